package xiangbao.jobs.store;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * 认可: a doubt that was let pass.
 *
 * @param said digest of what it says; with other figures it is another doubt
 * @param explanation on which it rests, or null where nothing was said
 */
public record StoredAcceptance(
        long claim,
        FindingName about,
        String said,
        @Nullable Long explanation,
        String actor,
        LocalDateTime at,
        String reason) {}

package xiangbao.jobs.store;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.model.Explanation;

/**
 * What a clerk wrote beside a finding.
 *
 * @param path of his file, below the inbox
 * @param received when that was taken in
 * @param about the finding; null while it is not filed, or where nobody can tell
 */
public record StoredExplanation(
        long id,
        long file,
        String path,
        Explanation written,
        LocalDateTime received,
        @Nullable FindingName about) {
    public String text() {
        return written.text();
    }
}

package xiangbao.jobs.store.seals;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * One step in the life of a county period: sealed, revised while sealed, or opened again.
 *
 * @param number within the period, from 1
 * @param revision number of the newest revision so far, 0 when there was none; goes on over an unsealing
 * @param run the run that was published with it; null for an unsealing
 * @param approvedBy who approved a revision, otherwise empty
 * @param lacking what was lacking when it was sealed all the same, otherwise empty
 */
public record SealEvent(
        ReferencePeriod period,
        int number,
        Kind kind,
        int revision,
        @Nullable Long run,
        String actor,
        LocalDateTime at,
        String reason,
        String approvedBy,
        String lacking) {
    /** What happened. */
    public enum Kind {
        SEALED,
        REVISED,
        UNSEALED
    }

    /** Whether the period is sealed from then on. */
    public boolean seals() {
        return kind != Kind.UNSEALED;
    }
}

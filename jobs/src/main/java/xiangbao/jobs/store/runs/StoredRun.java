package xiangbao.jobs.store.runs;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.store.StoredCause;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * A run of a county period.
 *
 * @param templates digest of the report templates; empty for runs of 0.1.0
 * @param vintage 初步数, 定案数 or 修订数
 * @param requestedAt null for runs of 0.1.0
 * @param finishedAt when its reports stood; null before that, and for runs of 0.1.0
 */
public record StoredRun(
        long id,
        ReferencePeriod period,
        int number,
        String configuration,
        String templates,
        String programVersion,
        String basisDigest,
        String vintage,
        StoredCause cause,
        @Nullable LocalDateTime requestedAt,
        LocalDateTime fixedAt,
        @Nullable LocalDateTime finishedAt,
        State state) {
    /** How far it has come. */
    public enum State {
        FIXED,
        AGGREGATED,
        REPORTED
    }
}

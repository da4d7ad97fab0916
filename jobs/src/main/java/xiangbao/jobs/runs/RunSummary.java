package xiangbao.jobs.runs;

import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.operations.Cause;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * A run in a list of runs.
 *
 * @param run its number within the period
 * @param vintage 初步数, 定案数 or 修订数（第n次）
 * @param state FIXED, AGGREGATED or REPORTED
 * @param configuration digest, {@code sha256:…}
 * @param templates digest of the report templates; empty for runs of 0.1.0
 * @param basis digest of the basis
 * @param requestedAt null for runs of 0.1.0
 * @param finishedAt null while its reports do not stand, and for runs of 0.1.0
 * @param files how many files the basis comes from
 * @param submissions of the basis, by outcome
 * @param reports how many were printed
 */
public record RunSummary(
        int run,
        ReferencePeriod period,
        Cause cause,
        String vintage,
        String state,
        String configuration,
        String templates,
        String programVersion,
        String basis,
        @Nullable LocalDateTime requestedAt,
        LocalDateTime fixedAt,
        @Nullable LocalDateTime finishedAt,
        int files,
        Map<Outcome, Integer> submissions,
        int reports) {
    public RunSummary {
        submissions = Map.copyOf(submissions);
    }

    /** Such as {@code 2026-Q3/7}. */
    public String name() {
        return period + "/" + run;
    }
}

package xiangbao.jobs.runs.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.runs.RunSummary;

/**
 * Whether a run comes out the same when it is computed again from its basis.
 *
 * @param reproducible whether its configuration could be read from the archive
 * @param figures how many were compared
 * @param targets how many were compared
 * @param differences where it came out otherwise
 */
public record ReproductionAnswer(
        RunSummary run, boolean reproducible, int figures, int targets, List<Difference> differences) {
    public ReproductionAnswer {
        differences = List.copyOf(differences);
    }

    /** Whether everything is as it was published. */
    public boolean identical() {
        return reproducible && differences.isEmpty();
    }

    /** @param what a figure, a target or a coverage, such as {@code 430626 平31-1:05.1} */
    public record Difference(
            String what,
            @Nullable String published,
            @Nullable String recomputed) {}
}

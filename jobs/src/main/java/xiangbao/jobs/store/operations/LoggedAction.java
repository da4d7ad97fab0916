package xiangbao.jobs.store.operations;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the operator log: what somebody had done. Nothing here is ever changed; the end is noted beside the beginning.
 *
 * @param period the county period that it was about; empty when it was about none in particular
 * @param ended null while it is being done, and for ever when it was killed
 * @param exit the exit code; null without an end
 * @param detail what came of it, or why it failed
 * @param runs the runs that came of it, as {@code 2026-Q3/7}
 */
public record LoggedAction(
        long id,
        LocalDateTime begun,
        @Nullable LocalDateTime ended,
        String actor,
        String command,
        String arguments,
        String reason,
        String period,
        @Nullable Integer exit,
        String detail,
        List<String> runs) {
    public LoggedAction {
        runs = List.copyOf(runs);
    }

    /** Whether it was about a county period, or made a run of it. */
    public boolean concerns(String countyPeriod) {
        return period.equals(countyPeriod) || runs.stream().anyMatch(run -> run.startsWith(countyPeriod + "/"));
    }
}

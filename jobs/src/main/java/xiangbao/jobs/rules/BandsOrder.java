package xiangbao.jobs.rules;

import java.util.Optional;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.operations.OperatorAction;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * Of which periods to learn what is usual: those of any frequency that end within.
 *
 * @param write whether the configuration's bands are replaced; otherwise nothing changes
 */
public record BandsOrder(ReferencePeriod from, ReferencePeriod to, boolean write) {
    boolean holds(ReferencePeriod period) {
        return !period.lastDay().isBefore(from.firstDay()) && !period.lastDay().isAfter(to.lastDay());
    }

    /** How it is noted in the operator log. */
    public OperatorAction action(Cause cause) {
        return new OperatorAction("bands", cause, "--from " + from() + " --to " + to() + " --write", Optional.empty());
    }
}

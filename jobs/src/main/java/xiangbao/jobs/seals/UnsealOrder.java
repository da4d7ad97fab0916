package xiangbao.jobs.seals;

import java.util.Optional;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.operations.OperatorAction;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * 解除定案: opens a sealed county period again.
 *
 * @param cause the reason stands with it
 */
public record UnsealOrder(ReferencePeriod period, Cause cause) {
    /** How it is noted in the operator log. */
    public OperatorAction action() {
        return new OperatorAction("unseal", cause, "", Optional.of(period));
    }
}

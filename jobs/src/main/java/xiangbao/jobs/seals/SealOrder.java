package xiangbao.jobs.seals;

import java.util.Optional;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.operations.OperatorAction;
import xiangbao.jobs.worker.RunListener;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * 定案: makes the result of a county period final.
 *
 * @param incomplete whether to seal although submissions are missing, returned or pending
 * @param cause the reason stands with the seal
 */
public record SealOrder(ReferencePeriod period, boolean incomplete, Cause cause, RunListener listener) {
    /** How it is noted in the operator log. */
    public OperatorAction action() {
        return new OperatorAction("seal", cause(), incomplete() ? "--incomplete" : "", Optional.of(period()));
    }
}

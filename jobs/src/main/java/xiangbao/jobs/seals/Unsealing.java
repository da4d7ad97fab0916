package xiangbao.jobs.seals;

import java.util.List;
import xiangbao.jobs.feedback.ReturnDecisions;
import xiangbao.jobs.operations.OperatorLog;
import xiangbao.jobs.store.seals.SealedPeriods;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.statistics.periods.ReferencePeriod;

/** 解除定案: opens a sealed period again. */
public final class Unsealing {
    private final Admission admission;
    private final ReturnDecisions returns;
    private final SealEvents events;
    private final SealDecisions decisions;
    private final OperatorLog log;

    Unsealing(
            Admission admission, ReturnDecisions returns, SealEvents events, SealDecisions decisions, OperatorLog log) {
        this.admission = admission;
        this.returns = returns;
        this.events = events;
        this.decisions = decisions;
        this.log = log;
    }

    /**
     * 解除定案: opens a sealed period again and lets in what was held.
     *
     * @throws OrderMistakeException when the period is not sealed
     */
    public UnsealAnswer unseal(UnsealOrder order) {
        return log.keep(order.action(), line -> unsealed(order), UnsealAnswer::end);
    }

    private UnsealAnswer unsealed(UnsealOrder order) {
        ReferencePeriod period = order.period();
        return decisions.holdingLock(() -> {
            decisions.keepConfiguration();
            decisions.print();
            UnsealAnswer answer = decisions.decide(() -> {
                events.requireSealed(period);
                long claim = decisions.claim(period, order.cause());
                events.unseal(period, order.cause());
                SealedPeriods still = events.sealed();
                List<StoredSubmission> released = admission.held(period).stream()
                        .filter(one -> !still.cover(one.certainKey().period()))
                        .toList();
                admission.admit(released);
                admission.review(claim, admission.keysOutside(still, period));
                returns.decide(claim);
                return new UnsealAnswer(
                        period,
                        admission.answers(
                                released.stream().map(StoredSubmission::id).toList()));
            });
            decisions.print();
            return answer;
        });
    }
}

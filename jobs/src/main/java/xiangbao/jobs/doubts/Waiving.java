package xiangbao.jobs.doubts;

import java.util.Optional;
import java.util.Set;
import xiangbao.jobs.operations.OperatorLog;
import xiangbao.jobs.review.Reviewing;
import xiangbao.jobs.review.VerdictChanges;
import xiangbao.jobs.review.WaiverAnswer;
import xiangbao.jobs.store.claims.ClaimOrder;
import xiangbao.jobs.store.decisions.StoredWaiver;
import xiangbao.jobs.store.decisions.Waivers;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.submissions.SubmissionKey;

/** 不审: the statistician lets a unit off a relation for one period. The unit's rounds are reviewed again at once; whatever comes later is judged alike. */
public final class Waiving {
    private final DecisionTransaction transaction;
    private final Definitions definitions;
    private final Waivers waivers;
    private final WaivableRelations waivable;
    private final Reviewing reviewing;
    private final VerdictChanges changes;
    private final OperatorLog log;

    Waiving(
            DecisionTransaction transaction,
            Definitions definitions,
            Waivers waivers,
            WaivableRelations waivable,
            Reviewing reviewing,
            VerdictChanges changes,
            OperatorLog log) {
        this.transaction = transaction;
        this.definitions = definitions;
        this.waivers = waivers;
        this.waivable = waivable;
        this.reviewing = reviewing;
        this.changes = changes;
        this.log = log;
    }

    /**
     * 不审: lets a unit off a 强制性 relation for one period, or no longer. The next run counts with it.
     *
     * @throws OrderMistakeException when there is no such relation or unit, when there is nothing to waive, or the period is sealed
     */
    public WaiveAnswer waive(WaiveOrder order) {
        return log.keep(order.action(), line -> waived(order), WaiveAnswer::end);
    }

    private WaiveAnswer waived(WaiveOrder order) {
        SubmissionKey key = waivable.key(order);
        ClaimOrder claimed = new ClaimOrder(
                Optional.of(order.period()),
                order.cause().stored(),
                "",
                key.form().text(),
                key.unit().text());
        return transaction.take(claimed, (claim, now) -> {
            waivable.requireOpen(key);
            waivable.requireNews(order, key);
            StoredWaiver decided = new StoredWaiver(
                    claim,
                    key,
                    order.relation(),
                    !order.undo(),
                    order.cause().actor(),
                    now,
                    order.cause().reason());
            waivers.append(decided);
            reviewing.reviewAdmitted(claim, Set.of(key));
            return new WaiveAnswer(WaiverAnswer.of(decided, definitions), order.undo(), changes.of(claim));
        });
    }
}

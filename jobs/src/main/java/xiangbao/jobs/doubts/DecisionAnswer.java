package xiangbao.jobs.doubts;

import java.util.List;
import xiangbao.jobs.operations.OperatorAction;
import xiangbao.jobs.review.VerdictChange;
import xiangbao.jobs.store.decisions.StoredDecision;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * What came, or would come, of deciding about doubts.
 *
 * @param preview whether nothing was changed
 * @param decided the doubts about which it was decided
 * @param verdicts the submissions about which something else is said now
 * @param open how many doubts of the period are open still, within form and unit if such were asked for
 */
public record DecisionAnswer(
        StoredDecision.Kind kind,
        ReferencePeriod period,
        boolean preview,
        List<DoubtAnswer> decided,
        List<VerdictChange> verdicts,
        int open) {
    public DecisionAnswer {
        decided = List.copyOf(decided);
        verdicts = List.copyOf(verdicts);
    }

    /** 0 when all is done: asked, sent back, or every submission concerned accepted; 1 when an accepted one waits for more. */
    public int exit() {
        return kind != StoredDecision.Kind.ACCEPTED || verdicts.stream().allMatch(one -> one.to() == Outcome.ACCEPTED)
                ? 0
                : 1;
    }

    /** How the operator log says that it ended. */
    public OperatorAction.End end() {
        int count = decided().size();
        return new OperatorAction.End(
                exit(),
                switch (kind()) {
                            case ACCEPTED -> "认可 " + count + " 个问题的说明";
                            case ASKED -> "追问 " + count + " 个问题";
                            case REFUSED -> "退回 " + count + " 个问题";
                        }
                        + "，审核结论变动 " + verdicts().size() + " 份",
                List.of(),
                false);
    }
}

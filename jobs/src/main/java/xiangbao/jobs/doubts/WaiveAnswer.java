package xiangbao.jobs.doubts;

import java.util.List;
import xiangbao.jobs.operations.OperatorAction;
import xiangbao.jobs.review.VerdictChange;
import xiangbao.jobs.review.WaiverAnswer;
import xiangbao.statistics.findings.Outcome;

/**
 * What came of waiving a relation, or of no longer waiving it.
 *
 * @param decided by whom, when and why; of one that is taken back, who took it back
 * @param undone whether an earlier decision was taken back
 * @param verdicts the submissions about which something else is said now
 */
public record WaiveAnswer(WaiverAnswer decided, boolean undone, List<VerdictChange> verdicts) {
    public WaiveAnswer {
        verdicts = List.copyOf(verdicts);
    }

    /** 0 when every submission concerned is accepted now, or none is; 1 when one of them is returned or waits for more. */
    public int exit() {
        return verdicts.stream().allMatch(one -> one.to() == Outcome.ACCEPTED) ? 0 : 1;
    }

    /** How the operator log says that it ended. */
    public OperatorAction.End end() {
        return new OperatorAction.End(
                exit(), (undone() ? "撤销不审" : "不审") + "，审核结论变动 " + verdicts().size() + " 份", List.of(), false);
    }
}

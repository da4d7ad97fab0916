package xiangbao.jobs.seals;

import java.util.List;
import xiangbao.jobs.operations.OperatorAction;
import xiangbao.jobs.outcomes.SubmissionAnswer;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * What came of opening a period again.
 *
 * @param released what was held and has a round now, with its outcome, by key and round
 */
public record UnsealAnswer(ReferencePeriod period, List<SubmissionAnswer> released) {
    public UnsealAnswer {
        released = List.copyOf(released);
    }

    /** 1 when something that was let in was not simply accepted. */
    public int exit() {
        return released.stream().allMatch(one -> one.outcome() == xiangbao.statistics.findings.Outcome.ACCEPTED)
                ? 0
                : 1;
    }

    /** How the operator log says that it ended. */
    public OperatorAction.End end() {
        return new OperatorAction.End(exit(), "放行暂存 " + released().size() + " 份", List.of(), false);
    }
}

package xiangbao.jobs;

import java.util.List;
import xiangbao.statistics.model.Outcome;
import xiangbao.statistics.model.ReferencePeriod;

/**
 * What came, or would come, of accepting explanations.
 *
 * @param preview whether nothing was changed
 * @param accepted the doubts that were let pass
 * @param verdicts the submissions about which something else is said now
 * @param open how many doubts of the period are open still, within form and unit if such were asked for
 */
public record AcceptAnswer(
        ReferencePeriod period, boolean preview, List<DoubtAnswer> accepted, List<VerdictChange> verdicts, int open) {
    public AcceptAnswer {
        accepted = List.copyOf(accepted);
        verdicts = List.copyOf(verdicts);
    }

    /** 0 when every submission concerned is accepted now; 1 when one of them waits for more. */
    public int exit() {
        return verdicts.stream().allMatch(one -> one.to() == Outcome.ACCEPTED) ? 0 : 1;
    }
}

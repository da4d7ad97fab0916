package xiangbao.jobs.answers.runs;

import java.util.List;
import xiangbao.jobs.runs.comparison.ReproductionAnswer;
import xiangbao.statistics.periods.ReferencePeriod;

/** Whether a run comes out the same again. */
public record ReproductionJson(
        int run,
        ReferencePeriod period,
        boolean reproducible,
        boolean identical,
        int figures,
        int targets,
        List<ReproductionAnswer.Difference> differences) {
    public static ReproductionJson of(ReproductionAnswer answer) {
        return new ReproductionJson(
                answer.run().run(),
                answer.run().period(),
                answer.reproducible(),
                answer.identical(),
                answer.figures(),
                answer.targets(),
                answer.differences());
    }
}

package xiangbao.jobs.answers.seals;

import java.util.List;
import xiangbao.jobs.answers.SubmissionJson;
import xiangbao.jobs.seals.UnsealAnswer;
import xiangbao.statistics.periods.ReferencePeriod;

/** A period that is open again. */
public record UnsealJson(ReferencePeriod period, boolean sealed, int exit, List<SubmissionJson> released) {
    public static UnsealJson of(UnsealAnswer answer) {
        return new UnsealJson(
                answer.period(),
                false,
                answer.exit(),
                answer.released().stream().map(SubmissionJson::of).toList());
    }
}

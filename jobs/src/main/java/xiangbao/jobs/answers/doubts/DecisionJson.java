package xiangbao.jobs.answers.doubts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import xiangbao.jobs.answers.runs.VerdictJson;
import xiangbao.jobs.doubts.DecisionAnswer;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * What was decided about doubts.
 *
 * @param decided the doubts, under the name of the decision: accepted, asked or refused
 */
public record DecisionJson(
        ReferencePeriod period,
        boolean preview,
        int exit,
        @JsonUnwrapped Map<String, List<DoubtJson>> decided,
        List<VerdictJson> verdicts,
        int open) {
    public static DecisionJson of(DecisionAnswer answer) {
        return new DecisionJson(
                answer.period(),
                answer.preview(),
                answer.exit(),
                Map.of(answer.kind().name().toLowerCase(Locale.ROOT), DoubtJson.all(answer.decided())),
                VerdictJson.all(answer.verdicts()),
                answer.open());
    }
}

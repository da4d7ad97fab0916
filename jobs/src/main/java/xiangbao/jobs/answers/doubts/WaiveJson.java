package xiangbao.jobs.answers.doubts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import xiangbao.jobs.answers.runs.VerdictJson;
import xiangbao.jobs.doubts.WaiveAnswer;

/** A waiver that was given or taken back, and what came of it. */
public record WaiveJson(@JsonUnwrapped WaiverJson waiver, boolean waived, int exit, List<VerdictJson> verdicts) {
    public static WaiveJson of(WaiveAnswer answer) {
        return new WaiveJson(
                WaiverJson.of(answer.decided()), !answer.undone(), answer.exit(), VerdictJson.all(answer.verdicts()));
    }
}

package xiangbao.jobs.answers.figures;

import java.util.List;
import xiangbao.jobs.answers.TargetCountsJson;
import xiangbao.jobs.runs.TargetAnswer;

/** How the targets stand. */
public record ProgressJson(List<TargetJson> targets, TargetCountsJson counts) {
    public static ProgressJson of(List<TargetAnswer> targets) {
        return new ProgressJson(
                targets.stream().map(TargetJson::of).toList(), TargetCountsJson.of(TargetAnswer.counts(targets)));
    }
}

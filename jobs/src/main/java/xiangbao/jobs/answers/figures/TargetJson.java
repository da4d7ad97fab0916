package xiangbao.jobs.answers.figures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.runs.TargetAnswer;

/** A target of the plan and how it stands. */
public record TargetJson(
        String code,
        String title,
        String section,
        @JsonUnwrapped Held held,
        @JsonUnwrapped Light light,
        List<String> responsible,
        String coverage,
        @JsonUnwrapped Pace pace,
        @JsonUnwrapped Sources sources,
        @JsonUnwrapped Told told) {
    public static TargetJson of(TargetAnswer target) {
        return new TargetJson(
                target.code(),
                target.title(),
                target.section(),
                new Held(target.actual(), target.target(), target.comparison(), target.unitOfMeasure()),
                new Light(target.status(), target.light(), target.below()),
                target.responsible(),
                target.coverage(),
                new Pace(target.completion(), target.elapsed(), target.deviation()),
                new Sources(
                        target.provisional(),
                        target.forecast(),
                        target.taskSum(),
                        target.official(),
                        target.document()),
                new Told(target.note(), target.actualText(), target.targetText(), target.partOf(), target.trend()));
    }

    /** What was reached, held against what is to be reached. */
    public record Held(@Nullable String actual, @Nullable String target, String comparison, String unitOfMeasure) {}

    /** How that is called, and which units have not reached it. */
    public record Light(String status, String light, List<String> below) {}

    /** How far it has come in the time that has passed. */
    public record Pace(
            @Nullable String completion,
            @Nullable String elapsed,
            @Nullable String deviation) {}

    /** What the number rests on, and what others say. */
    public record Sources(
            boolean provisional,
            boolean forecast,
            @Nullable String taskSum,
            @Nullable String official,
            @Nullable String document) {}

    /** As it is told: in words, as a part of another target, over time. */
    public record Told(
            String note,
            String actualText,
            String targetText,
            @Nullable String partOf,
            List<TargetAnswer.Point> trend) {}
}

package xiangbao.jobs.answers.figures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.answers.NamedUnit;
import xiangbao.jobs.inquiries.TargetTrace;
import xiangbao.jobs.runs.TargetAnswer;
import xiangbao.statistics.periods.ReferencePeriod;

/** A target down to the indicators that it is calculated from, and their cells. */
public record TargetTraceJson(
        Actual figure, TargetJson target, String formula, List<FigureJson> indicators, List<OriginJson> from) {
    public static TargetTraceJson of(TargetTrace answer) {
        TargetAnswer target = answer.target();
        return new TargetTraceJson(
                new Actual(
                        new NamedUnit(answer.unit(), answer.unitName()),
                        target.code(),
                        target.title(),
                        answer.period(),
                        target.actual(),
                        target.unitOfMeasure()),
                TargetJson.of(target),
                answer.formula(),
                answer.indicators().stream().map(FigureJson::of).toList(),
                answer.from().stream().map(OriginJson::of).toList());
    }

    /** What was reached, like a figure. */
    public record Actual(
            @JsonUnwrapped NamedUnit unit,
            String indicator,
            String title,
            ReferencePeriod period,
            @Nullable String value,
            String unitOfMeasure) {}
}

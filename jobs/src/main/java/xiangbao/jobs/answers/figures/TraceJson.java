package xiangbao.jobs.answers.figures;

import java.util.List;
import java.util.Optional;
import xiangbao.jobs.inquiries.TraceAnswer;

/** A figure down to its cells. */
public record TraceJson(FigureJson figure, Optional<String> formula, List<OriginJson> from) {
    public static TraceJson of(TraceAnswer answer) {
        return new TraceJson(
                FigureJson.of(answer.figure()),
                answer.formula().isEmpty() ? Optional.empty() : Optional.of(answer.formula()),
                answer.from().stream().map(OriginJson::of).toList());
    }
}

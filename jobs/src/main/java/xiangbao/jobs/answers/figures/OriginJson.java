package xiangbao.jobs.answers.figures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.answers.NamedUnit;
import xiangbao.jobs.inquiries.TraceAnswer;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** The cell that a figure comes from. */
public record OriginJson(
        @JsonUnwrapped NamedUnit unit,
        IndicatorCode indicator,
        ReferencePeriod period,
        Optional<String> line,
        @Nullable String value,
        int round,
        String file,
        String sha256,
        String sheet,
        @Nullable String cell) {
    static OriginJson of(TraceAnswer.Origin origin) {
        return new OriginJson(
                new NamedUnit(origin.unit(), origin.unitName()),
                origin.indicator(),
                origin.period(),
                origin.line().isEmpty() ? Optional.empty() : Optional.of(origin.line()),
                origin.value(),
                origin.round(),
                origin.file(),
                origin.sha256(),
                origin.sheet(),
                origin.cell());
    }
}

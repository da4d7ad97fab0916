package xiangbao.jobs.answers.figures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.answers.NamedUnit;
import xiangbao.jobs.runs.FigureAnswer;
import xiangbao.statistics.aggregate.OfficialGap;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** A figure with its coverage, and with 核定数 where there is one. */
public record FigureJson(
        @JsonUnwrapped Subject subject,
        @Nullable String value,
        String unitOfMeasure,
        @JsonUnwrapped Standing standing,
        @JsonUnwrapped @Nullable OfficialJson official) {
    public static FigureJson of(FigureAnswer figure) {
        OfficialGap gap = figure.gap();
        return new FigureJson(
                new Subject(
                        new NamedUnit(figure.unit(), figure.unitName()),
                        figure.indicator(),
                        figure.title(),
                        figure.period()),
                figure.value(),
                figure.unitOfMeasure(),
                Standing.of(figure),
                gap == null ? null : OfficialJson.of(gap));
    }

    /** Of whom, what and when. */
    public record Subject(
            @JsonUnwrapped NamedUnit unit, IndicatorCode indicator, String title, ReferencePeriod period) {}

    /** How good it is: how many have reported, and how they were judged. */
    public record Standing(String status, boolean forecast, int reported, int expected, int pending, int withheld) {
        public static Standing of(FigureAnswer figure) {
            return new Standing(
                    figure.status(),
                    figure.forecast(),
                    figure.reported(),
                    figure.expected(),
                    figure.pending(),
                    figure.withheld());
        }
    }
}

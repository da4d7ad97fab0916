package xiangbao.jobs.answers.rules;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.answers.NamedUnit;
import xiangbao.jobs.rules.OutliersAnswer;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.screening.DigitQuestion;
import xiangbao.statistics.screening.Outlier;
import xiangbao.statistics.units.ReportingUnit;

/** What lies far from what the other units lead to expect. */
public record OutliersJson(
        ReferencePeriod period, int run, int exit, int total, List<Far> outliers, List<Digits> digits) {
    /** @param top so many of the farthest */
    public static OutliersJson of(OutliersAnswer answer, int top) {
        return new OutliersJson(
                answer.period(),
                answer.run(),
                answer.exit(),
                answer.outliers().size(),
                answer.outliers().stream().limit(top).map(Far::of).toList(),
                answer.digits().stream().map(Digits::of).toList());
    }

    private static NamedUnit named(ReportingUnit unit) {
        return new NamedUnit(unit.code(), unit.name());
    }

    /** A figure far away, and what it is held against. */
    public record Far(
            @JsonUnwrapped NamedUnit unit,
            @JsonUnwrapped Measured measured,
            Outlier.Kind kind,
            BigDecimal value,
            BigDecimal held,
            @Nullable ReferencePeriod heldPeriod,
            @Nullable BigDecimal usualChange,
            BigDecimal distance,
            @Nullable BigDecimal share) {
        private static Far of(Outlier one) {
            int decimals = one.indicator().decimals();
            return new Far(
                    named(one.unit()),
                    new Measured(
                            one.indicator().code(),
                            one.indicator().title(),
                            one.indicator().unit()),
                    one.kind(),
                    one.value().setScale(decimals, RoundingMode.HALF_UP),
                    one.held().setScale(decimals, RoundingMode.HALF_UP),
                    one.period(),
                    one.usual(),
                    one.distance(),
                    one.share());
        }
    }

    /** The indicator. */
    public record Measured(IndicatorCode indicator, String title, String unitOfMeasure) {}

    /** Last digits that are worth a question. */
    public record Digits(
            @JsonUnwrapped NamedUnit unit,
            DigitQuestion.Kind kind,
            int values,
            BigDecimal share,
            BigDecimal others,
            BigDecimal distance) {
        private static Digits of(DigitQuestion one) {
            return new Digits(named(one.unit()), one.kind(), one.values(), one.share(), one.others(), one.distance());
        }
    }
}

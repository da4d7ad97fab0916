package xiangbao.statistics.aggregate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.measures.UnitOfMeasure;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.publication.OfficialFigure;

/**
 * 差额: how far what was added up lies from 核定数.
 *
 * @param code of the indicator or target
 * @param unit 计量单位 of all figures here
 * @param decimals with which the figure is printed
 * @param official in that unit
 * @param difference the figure less 核定数
 * @param percent 相差%, of 核定数; null where that is zero or a share itself
 * @param beyondRounding whether rounding of the one and of what the other was added up from cannot explain the difference
 */
public record OfficialGap(
        String code,
        String title,
        ReferencePeriod period,
        String unit,
        BigDecimal value,
        int decimals,
        OfficialFigure official,
        BigDecimal difference,
        @Nullable BigDecimal percent,
        boolean beyondRounding) {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /**
     * Empty where the units of measurement do not convert.
     *
     * @param parts how many reported figures were added up, each rounded by itself
     */
    public static Optional<OfficialGap> of(
            String code,
            String title,
            ReferencePeriod period,
            BigDecimal value,
            String unit,
            int decimals,
            int parts,
            OfficialFigure stated) {
        OfficialFigure official = stated.in(unit);
        if (!official.unit().equals(unit)
                && !UnitOfMeasure.factor(official.unit(), unit)
                        .map(UnitOfMeasure.Factor::isOne)
                        .orElse(false)) {
            return Optional.empty();
        }
        BigDecimal difference = value.subtract(official.value());
        BigDecimal tolerance =
                official.rounding().add(rounding(unit, decimals).multiply(BigDecimal.valueOf(Math.max(1, parts))));
        boolean share = UnitOfMeasure.named(unit).dimension().equals(UnitOfMeasure.RATIO);
        return Optional.of(new OfficialGap(
                code,
                title,
                period,
                unit,
                value,
                decimals,
                official,
                difference,
                share || official.value().signum() == 0
                        ? null
                        : difference
                                .multiply(BigDecimal.valueOf(100))
                                .divide(official.value().abs(), MathContext.DECIMAL128),
                difference.abs().compareTo(tolerance) > 0));
    }

    /** A measured figure stands for half a unit of its last decimal to either side; what is counted is exact. */
    private static BigDecimal rounding(String unit, int decimals) {
        boolean counted = decimals == 0 && UnitOfMeasure.named(unit).isCounted(unit);
        return counted ? BigDecimal.ZERO : HALF.movePointLeft(decimals);
    }
}

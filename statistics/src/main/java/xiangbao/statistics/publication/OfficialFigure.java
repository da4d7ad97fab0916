package xiangbao.statistics.publication;

import java.math.BigDecimal;
import java.time.LocalDate;
import xiangbao.statistics.measures.UnitOfMeasure;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * 核定数: a legal figure of the county as a document states it. It stands beside the sum of what townships reported, never over it.
 *
 * @param indicator such as {@code 平11-1:01.1}, or the code of a target of the plan
 * @param unit 计量单位 of the value
 * @param document 文号
 * @param date of the document
 * @param rounding half a unit of the last decimal that it was stated with, in its unit of measurement
 */
public record OfficialFigure(
        String indicator,
        ReferencePeriod period,
        BigDecimal value,
        String unit,
        String document,
        LocalDate date,
        BigDecimal rounding) {
    /** As a document states it. */
    public OfficialFigure(
            String indicator, ReferencePeriod period, BigDecimal value, String unit, String document, LocalDate date) {
        this(
                indicator,
                period,
                value,
                unit,
                document,
                date,
                new BigDecimal("0.5").movePointLeft(Math.max(0, value.scale())));
    }

    /** The same figure in another unit of measurement; itself where that does not convert. */
    public OfficialFigure in(String other) {
        return UnitOfMeasure.factor(unit, other)
                .map(factor -> factor.isOne()
                        ? this
                        : new OfficialFigure(
                                indicator, period, factor.apply(value), other, document, date, factor.apply(rounding)))
                .orElse(this);
    }
}

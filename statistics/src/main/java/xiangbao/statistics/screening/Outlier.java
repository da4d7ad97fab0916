package xiangbao.statistics.screening;

import java.math.BigDecimal;
import xiangbao.statistics.model.Indicator;
import xiangbao.statistics.model.ReportingUnit;

/**
 * A unit whose derived figure lies far from those of the other units.
 *
 * @param median of all units that have the figure
 * @param distance from the median, in median absolute deviations, to one decimal; negative below it
 */
public record Outlier(
        ReportingUnit unit, Indicator indicator, BigDecimal value, BigDecimal median, BigDecimal distance) {}

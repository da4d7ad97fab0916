package xiangbao.statistics.aggregate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/**
 * 一个汇总数: an indicator of the county or of one unit, with all that it was made of.
 *
 * @param unit the county, or the unit that the figure is about
 * @param value a sum is exact; a quotient has the 34 digits of a decimal128; null exactly when the status has no value
 * @param forecast whether anything in it is 预计
 * @param contributions the observations that went into it, in register order of those who reported them; for a derived figure those of its operands
 * @param coverage of the units that owe it; for a unit's figure, of that unit
 */
public record Figure(
        Indicator indicator,
        UnitCode unit,
        ReferencePeriod period,
        @Nullable BigDecimal value,
        FigureStatus status,
        boolean forecast,
        List<Contribution> contributions,
        Coverage coverage) {
    public Figure {
        contributions = List.copyOf(contributions);
        if ((value != null) != status.hasValue()) {
            throw new IllegalArgumentException(
                    indicator.code() + " of " + unit + ": " + value + " cannot be " + status);
        }
    }

    /** The value rounded once, to the decimals that its definition prints; null when there is none. */
    public @Nullable BigDecimal rounded() {
        return value == null ? null : value.setScale(indicator.decimals(), RoundingMode.HALF_UP);
    }
}

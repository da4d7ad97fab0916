package xiangbao.statistics.screening;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.ReportingUnit;

/**
 * 离群值: a unit's figure that lies far from what the others lead to expect. No error by itself, and never scored.
 *
 * @param held what it is held against: the median of the units, or the unit's own figure of an earlier period
 * @param period of the earlier figure; null where the units are held against each other
 * @param usual by how much per cent the median unit changed meanwhile, to one decimal; null where that is not what it is held against
 * @param distance in multiples of the bound from which on it is listed, to one decimal; negative below
 * @param share of the change of all units together that is this unit's, in per cent to one decimal; null where there is no such change
 */
public record Outlier(
        ReportingUnit unit,
        Indicator indicator,
        Kind kind,
        BigDecimal value,
        BigDecimal held,
        @Nullable ReferencePeriod period,
        @Nullable BigDecimal usual,
        BigDecimal distance,
        @Nullable BigDecimal share) {
    /** By what a figure is far away. */
    public enum Kind {
        /** A rate that lies far from those of the other units. */
        LEVEL("与各单位比"),
        /** A change that lies far from those of the other units. */
        CHANGE("与以前比"),
        /** A change that is most of the county's. */
        TOTAL("占全县增减的大部分");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** What it is held against, in words. */
    public String against() {
        String figure = FigureText.grouped(held.setScale(indicator.decimals(), RoundingMode.HALF_UP));
        if (period == null) {
            return "各单位中位数 " + figure;
        }
        String then = "%s %s".formatted(period.title(), figure);
        if (usual == null) {
            return then + "，" + kind.title();
        }
        return then + "，一般" + (usual.signum() == 0 ? "持平" : (usual.signum() > 0 ? "增 " : "减 ") + usual.abs() + "%");
    }

    /** A distance or share as it is shown: to one decimal. */
    static BigDecimal shown(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    }
}

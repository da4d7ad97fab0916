package xiangbao.statistics.bands;

import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.measures.UnitOfMeasure;
import xiangbao.statistics.tuning.Setting;

/** How far off what is usual for its measure a figure may be, on the log scale. */
public final class Reach {
    /** A few things more or less are chance: how far the count of what is usually one may be off. */
    private static final double CHANCE = 2;

    private Reach() {}

    /** @param expected the figure that is usual for this measure */
    public static double of(Setting setting, Indicator indicator, double spread, double expected) {
        double chance = UnitOfMeasure.isWhole(indicator.unit(), indicator.decimals())
                ? CHANCE / Math.sqrt(Math.max(1, expected))
                : 0;
        return Math.hypot(setting.c() * Spread.NORMAL * spread, chance);
    }
}

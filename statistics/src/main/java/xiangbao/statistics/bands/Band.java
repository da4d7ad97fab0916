package xiangbao.statistics.bands;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.units.UnitCode;

/**
 * What is usual of one figure in all units, as stored periods have it: the ratio to what it is held against.
 *
 * @param base what it is held against: the name of an attribute, or the item of another figure of the form; empty for the unit's past and for {@link
 *     Against#ALONE}
 * @param season the number of the period in its year of which this is true; 0 for all of them
 * @param median of the ratios, above zero
 * @param lower half of the units lie between this one and the upper one; above zero, not above the median
 * @param upper not below the median
 * @param size of a change: how large the figure is in a unit of middling size, for which the two bounds are true. Those of a larger one lie closer
 * @param cases how many units, or lines of a ledger, it was learned from
 * @param except units that are known to be otherwise, in the order of their codes; of a density only
 */
public record Band(
        IndicatorCode indicator,
        Against against,
        String base,
        int season,
        double median,
        double lower,
        double upper,
        double size,
        int cases,
        Set<UnitCode> except) {

    public Band {
        if (!(lower > 0 && lower <= median && median <= upper && upper < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(indicator + ": no band: " + lower + ".." + median + ".." + upper);
        }
        except = Collections.unmodifiableSet(new TreeSet<>(except));
    }

    /** How far the lower bound is from the median, as a natural logarithm; not below zero. */
    public double below() {
        return Math.log(median / lower);
    }

    /** How far the upper bound is from the median, as a natural logarithm; not below zero. */
    public double above() {
        return Math.log(upper / median);
    }

    /** The same for a figure of a given size: spreads shrink with its power u. */
    public double spread(boolean above, double figure, double u) {
        double spread = above ? above() : below();
        return size > 0 && figure > 0 ? spread * Math.pow(size / figure, u) : spread;
    }
}

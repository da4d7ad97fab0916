package xiangbao.statistics.copies;

import java.math.BigDecimal;
import java.util.Optional;
import xiangbao.statistics.bands.Against;
import xiangbao.statistics.bands.Band;
import xiangbao.statistics.bands.Bands;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.measures.UnitOfMeasure;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * How surprising it is that a figure is the very same as another: nothing where that is usual, much where it has many digits and moves. Stocks stay as they are
 * and cumulative figures rest in quiet months, all of them together; flows do not come out the same twice.
 */
final class Surprise {
    /** From quartiles to a standard deviation. */
    private static final double QUARTILES = 1.35;

    /** Of a normal distribution, the width that has the height of its middle. */
    private static final double WIDTH = 2.5;

    /** Two townships differ by a factor, not by per cent. */
    private static final double AMONG_UNITS = 0.7;

    private static final double COINCIDENCE = 0.02;

    private final Bands bands;

    Surprise(Bands bands) {
        this.bands = bands;
    }

    /**
     * Natural logarithm of how improbable it is that the figure of this period repeats an earlier one.
     *
     * @param atLeast how probable it is at any rate, as others of the form show
     */
    double ofPeriods(Indicator indicator, BigDecimal figure, ReferencePeriod period, Against against, double atLeast) {
        Optional<Band> band = bands.change(indicator.code(), against, period.ordinal());
        double spread = band.map(one -> (one.below() + one.above()) / QUARTILES).orElse(usual(indicator, against));
        double rests = Math.max(atLeast, rests(indicator, period.frequency(), against));
        return surprise(figure, spread, rests);
    }

    /** The same of a figure that repeats another unit's. */
    static double ofUnits(BigDecimal figure) {
        return surprise(figure, AMONG_UNITS, COINCIDENCE);
    }

    private static double surprise(BigDecimal figure, double spread, double atLeast) {
        double probability = 1 / (units(figure) * Math.max(spread, 1e-9) * WIDTH);
        return -Math.log(Math.min(1, Math.max(atLeast, probability)));
    }

    /** The figure in units of its last digit that is not zero: round figures say little. */
    private static double units(BigDecimal figure) {
        return figure.stripTrailingZeros().unscaledValue().abs().doubleValue();
    }

    /** How far a figure usually is from the earlier one, as a logarithm. */
    private static double usual(Indicator indicator, Against against) {
        boolean year = against == Against.LAST_YEAR;
        return switch (indicator.overTime()) {
            case SUM -> 0.08;
            case CUMULATIVE -> year ? 0.08 : 0.1;
            default -> year ? 0.03 : 0.01;
        };
    }

    /** Whether figures of the kind rest together: nothing is done in a quiet month, and a stock stays as it is. */
    static boolean rests(Indicator indicator) {
        return indicator.overTime() != OverTime.SUM;
    }

    /** How often a figure just stays as it was. */
    private static double rests(Indicator indicator, Frequency frequency, Against against) {
        boolean counts = UnitOfMeasure.isWhole(indicator.unit(), indicator.decimals());
        if (against == Against.LAST_YEAR) {
            return switch (indicator.overTime()) {
                case SUM -> COINCIDENCE;
                case CUMULATIVE -> counts ? 0.4 : 0.3;
                default -> 0.5;
            };
        }
        boolean month = frequency == Frequency.MONTH;
        return switch (indicator.overTime()) {
            case SUM -> COINCIDENCE;
            case CUMULATIVE -> (counts ? 0.5 : 0.25) + (month ? 0.2 : 0);
            default -> month ? 0.7 : 0.35;
        };
    }
}

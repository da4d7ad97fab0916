package xiangbao.statistics.bands;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collection;

/**
 * Where the middle of some numbers is and how far apart they lie, by order alone: a few wild ones among them change nothing.
 *
 * @param lower the quarter of them lie below it
 * @param upper the quarter of them lie above it
 * @param deviation the median of the distances from the median (MAD)
 */
public record Spread(double median, double lower, double upper, double deviation) {
    /** How many median absolute deviations make a standard deviation where figures are spread normally. */
    static final double NORMAL = 1.4826;

    /** How far the quartiles are apart where the standard deviation is one. */
    private static final double QUARTILES_OF_NORMAL = 1.349;

    private static final MathContext WRITTEN = new MathContext(4);

    /** @param numbers at least one */
    public static Spread of(Collection<Double> numbers) {
        return of(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** @param numbers at least one */
    static Spread of(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        double median = quantile(sorted, 0.5);
        double[] distances =
                Arrays.stream(sorted).map(one -> Math.abs(one - median)).toArray();
        return new Spread(median, quantile(sorted, 0.25), quantile(sorted, 0.75), quantile(distances, 0.5));
    }

    /** From the median to the lower quartile, not below zero. */
    public double below() {
        return median - lower;
    }

    /** From the median to the upper quartile, not below zero. */
    public double above() {
        return upper - median;
    }

    /**
     * As a standard deviation: the median absolute deviation or, where more than half of the numbers agree and it says nothing, the distance of the
     * quartiles.
     */
    public double standard() {
        return Math.max(NORMAL * deviation, (upper - lower) / QUARTILES_OF_NORMAL);
    }

    /** The number below which a share of them lies: between the two beside the place, in proportion. */
    static double quantile(double[] numbers, double share) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int left = (int) Math.floor(place);
        int right = (int) Math.ceil(place);
        return sorted[left] + (place - left) * (sorted[right] - sorted[left]);
    }

    /** A number as a band writes it: four digits say all that a few dozen cases can. */
    static double written(double number) {
        return BigDecimal.valueOf(number).round(WRITTEN).doubleValue();
    }
}

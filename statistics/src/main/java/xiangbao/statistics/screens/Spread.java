package xiangbao.statistics.screens;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * Where the middle of some numbers is and how far apart they lie, by order alone: a few wild ones among them change nothing.
 *
 * @param below from the median to the lower quartile, not below zero
 * @param above from the median to the upper quartile, not below zero
 * @param deviation the median of the distances from the median (MAD)
 */
record Spread(double median, double below, double above, double deviation) {
    private static final MathContext WRITTEN = new MathContext(4);

    /** @param numbers at least one */
    static Spread of(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        double median = quantile(sorted, 0.5);
        double[] distances = Arrays.stream(sorted)
                .map(one -> Math.abs(one - median))
                .sorted()
                .toArray();
        return new Spread(
                median, median - quantile(sorted, 0.25), quantile(sorted, 0.75) - median, quantile(distances, 0.5));
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

package xiangbao.statistics.screening;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/** Order statistics of some values; the middle of two where there is no middle one. */
final class Spread {
    /** What makes a median absolute deviation comparable with a standard deviation. */
    private static final double OF_NORMAL = 1.4826;

    /** How far the quartiles are apart where the standard deviation is one. */
    private static final double QUARTILES_OF_NORMAL = 1.349;

    private final double[] sorted;

    Spread(Collection<Double> values) {
        this.sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    double median() {
        return quantile(0.5);
    }

    /** Linear between the two values next to it. */
    double quantile(double part) {
        double place = part * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /**
     * As a standard deviation: the median absolute deviation or, where more than half of the values agree and it says nothing, the distance of the
     * quartiles.
     */
    double deviation() {
        return Math.max(medianDeviation(), (quantile(0.75) - quantile(0.25)) / QUARTILES_OF_NORMAL);
    }

    private double medianDeviation() {
        double median = median();
        double[] away = new double[sorted.length];
        for (int index = 0; index < away.length; index++) {
            away[index] = Math.abs(sorted[index] - median);
        }
        return OF_NORMAL * new Spread(java.util.Arrays.stream(away).boxed().toList()).median();
    }

    /** As it is shown: to one decimal. */
    static BigDecimal shown(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    }
}

package xiangbao.statistics.screening;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xiangbao.statistics.bands.Spread;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.units.ReportingUnit;

/**
 * Holds the units' rates against each other: by the median and the median absolute deviation on the log scale, where twice and half are equally far. The
 * deviation has a floor, or else the one unit at 99 % would be endlessly far away where all others have 100 %. Where a rate may be negative, the scale is
 * linear. Zeros stand apart: nothing lies between them and the others.
 */
final class Levels {
    /** Fewer than these say nothing about what is usual. */
    static final int FEWEST = 5;

    static final double BOUND = 3.5;

    /** Units lie no nearer together than within these five per cent. */
    private static final double FLOOR = 0.05;

    private Levels() {}

    /** Whether a rate is much what it was: then it is the unit's way, and nothing new. */
    static boolean isSteady(BigDecimal now, BigDecimal then) {
        double before = then.doubleValue();
        return Math.abs(now.doubleValue() - before) <= BOUND * FLOOR * Math.abs(before);
    }

    static List<Outlier> of(Indicator indicator, Map<ReportingUnit, BigDecimal> figures) {
        boolean linear = figures.values().stream().anyMatch(value -> value.signum() < 0);
        Map<ReportingUnit, BigDecimal> looked = new LinkedHashMap<>(figures);
        if (!linear) {
            looked.values().removeIf(value -> value.signum() == 0);
        }
        if (looked.size() < FEWEST) {
            return List.of();
        }
        double median = Spread.of(
                        looked.values().stream().map(BigDecimal::doubleValue).toList())
                .median();
        double rounding = 0.5 * StrictMath.pow(10, -indicator.decimals());
        Map<ReportingUnit, Double> scaled = new LinkedHashMap<>();
        looked.forEach(
                (unit, value) -> scaled.put(unit, linear ? value.doubleValue() : StrictMath.log(value.doubleValue())));
        Spread spread = Spread.of(scaled.values());
        double floor = linear
                ? Math.max(FLOOR * Math.abs(median), rounding)
                : Math.max(FLOOR, StrictMath.log1p(rounding / median));
        double bound = BOUND * Math.max(spread.standard(), floor);
        double middle = spread.median();
        List<Outlier> found = new ArrayList<>();
        scaled.forEach((unit, value) -> {
            double distance = (value - middle) / bound;
            if (Math.abs(distance) > 1) {
                found.add(new Outlier(
                        unit,
                        indicator,
                        Outlier.Kind.LEVEL,
                        looked.getOrDefault(unit, BigDecimal.ZERO),
                        BigDecimal.valueOf(median),
                        null,
                        null,
                        Outlier.shown(distance),
                        null));
            }
        });
        return found;
    }
}

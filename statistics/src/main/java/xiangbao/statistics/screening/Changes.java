package xiangbao.statistics.screening;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.bands.Spread;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.measures.UnitOfMeasure;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.ReportingUnit;

/**
 * Holds the units' changes since an earlier period against each other, after Hidiroglou and Berthelot: the ratio to the earlier figure, centred on the units'
 * median, weighs the more the larger the unit. Beside that, a change that is most of the county's: it also finds what came from nothing or went to nothing,
 * about which a ratio says nothing.
 */
final class Changes {
    /** U: how much size weighs. */
    private static final double SIZE = 0.5;

    /** A: a change by this much of a unit of median size is no distance. */
    private static final double FLOOR = 0.05;

    /** C: so many quartile distances are allowed. */
    private static final double BOUND = 4;

    /** Counts differ by chance: three times the root of what is counted. */
    private static final double CHANCE = 3;

    /** Part of all units' changes, up and down, that makes one the county's. */
    private static final double MOST = 0.5;

    /** Part of the county's earlier figure below which no change matters. */
    private static final double MATTERS = 0.05;

    /** Where changes up and down nearly cancel, a share of what remains says nothing. */
    private static final double CANCELLED = 0.05;

    private final Indicator indicator;
    private final ReferencePeriod before;
    private final Map<ReportingUnit, Pair> pairs;
    private final boolean counts;

    /** @param now and at the earlier period, over the same definition */
    record Pair(BigDecimal now, BigDecimal then) {
        double change() {
            return now.doubleValue() - then.doubleValue();
        }

        double larger() {
            return Math.max(now.doubleValue(), then.doubleValue());
        }

        boolean isRatio() {
            return now.signum() > 0 && then.signum() > 0;
        }

        double ratio() {
            return now.doubleValue() / then.doubleValue();
        }
    }

    Changes(Indicator indicator, ReferencePeriod before, Map<ReportingUnit, Pair> pairs) {
        this.indicator = indicator;
        this.before = before;
        this.pairs = new LinkedHashMap<>(pairs);
        this.pairs
                .values()
                .removeIf(pair -> pair.now().signum() < 0 || pair.then().signum() < 0);
        this.counts = UnitOfMeasure.isWhole(indicator.unit(), indicator.decimals());
    }

    List<Outlier> find() {
        List<Outlier> found = new ArrayList<>(ofRatios());
        found.addAll(ofTotal());
        return found;
    }

    private List<Outlier> ofRatios() {
        Map<ReportingUnit, Pair> ratios = new LinkedHashMap<>(pairs);
        ratios.values().removeIf(pair -> !pair.isRatio());
        if (ratios.size() < Levels.FEWEST) {
            return List.of();
        }
        double usual =
                Spread.of(ratios.values().stream().map(Pair::ratio).toList()).median();
        Map<ReportingUnit, Double> effects = new LinkedHashMap<>();
        ratios.forEach((unit, pair) -> effects.put(unit, effect(pair, usual)));
        Spread spread = Spread.of(effects.values());
        double middle = spread.median();
        double size = Spread.of(ratios.values().stream()
                        .map(pair -> StrictMath.pow(pair.larger(), SIZE))
                        .toList())
                .median();
        double floor = Math.max(FLOOR * size, counts ? CHANCE / BOUND : 0);
        double below = BOUND * Math.max(spread.below(), floor);
        double above = BOUND * Math.max(spread.above(), floor);
        List<Outlier> found = new ArrayList<>();
        effects.forEach((unit, effect) -> {
            double distance = (effect - middle) / (effect < middle ? below : above);
            Pair pair = ratios.get(unit);
            if (Math.abs(distance) > 1 && pair != null) {
                found.add(outlier(unit, pair, Outlier.Kind.CHANGE, distance, Outlier.shown(100 * (usual - 1))));
            }
        });
        return found;
    }

    private static double effect(Pair pair, double usual) {
        double ratio = pair.ratio();
        double centred = ratio < usual ? 1 - usual / ratio : ratio / usual - 1;
        return centred * StrictMath.pow(pair.larger(), SIZE);
    }

    private List<Outlier> ofTotal() {
        if (pairs.size() < Levels.FEWEST) {
            return List.of();
        }
        double gross = gross();
        double then = pairs.values().stream()
                .mapToDouble(pair -> pair.then().doubleValue())
                .sum();
        List<Outlier> found = new ArrayList<>();
        pairs.forEach((unit, pair) -> {
            double change = Math.abs(pair.change());
            boolean chance = counts && change < CHANCE * StrictMath.sqrt(pair.larger());
            if (change > MOST * gross && change > MATTERS * then && !chance) {
                double distance = change / (MOST * gross);
                found.add(outlier(unit, pair, Outlier.Kind.TOTAL, pair.change() < 0 ? -distance : distance, null));
            }
        });
        return found;
    }

    private double gross() {
        return pairs.values().stream()
                .mapToDouble(pair -> Math.abs(pair.change()))
                .sum();
    }

    private Outlier outlier(
            ReportingUnit unit, Pair pair, Outlier.Kind kind, double distance, @Nullable BigDecimal usual) {
        double whole = pairs.values().stream().mapToDouble(Pair::change).sum();
        return new Outlier(
                unit,
                indicator,
                kind,
                pair.now(),
                pair.then(),
                before,
                usual,
                Outlier.shown(distance),
                Math.abs(whole) <= CANCELLED * gross() ? null : Outlier.shown(100 * pair.change() / whole));
    }
}

package xiangbao.statistics.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Fraction;

/**
 * 随之而变的合计: cells that were computed from a wrong one and so are wrong with it, though every equation about them holds. They follow it linearly; how far, one
 * step of it tells.
 */
final class Totals {
    private static final int MOST = 12;
    private static final int PASSES = 3;
    private static final Fraction TWO = Fraction.of(2);

    private final Typed cell;
    private final List<Rule> rules;
    private final Map<Spot, Fraction> slopes;
    private final Map<Spot, Fraction> typed = new HashMap<>();

    private Totals(Typed cell, List<Rule> rules, Map<Spot, Fraction> slopes, Sheet sheet) {
        this.cell = cell;
        this.rules = rules;
        this.slopes = slopes;
        slopes.keySet().forEach(spot -> {
            Typed one = sheet.typed(spot);
            if (one != null) {
                typed.put(spot, one.number());
            }
        });
    }

    static Totals none(Typed cell, Sheet sheet) {
        return new Totals(cell, List.of(), Map.of(), sheet);
    }

    /** All that follow from a cell through equations that hold; null where there are none. */
    static @Nullable Totals of(Typed cell, Sheet sheet, Budget budget) {
        Map<Spot, Rule> byTotal = new LinkedHashMap<>();
        List<Spot> moved = new ArrayList<>(List.of(cell.spot()));
        for (int place = 0; place < moved.size() && byTotal.size() < MOST; place++) {
            for (Rule rule : sheet.holding(moved.get(place))) {
                Spot total = rule.total();
                if (total != null && !moved.contains(total) && sheet.typed(total) != null) {
                    byTotal.put(total, rule);
                    moved.add(total);
                }
            }
        }
        if (byTotal.isEmpty()) {
            return null;
        }
        Map<Spot, Fraction> one = new HashMap<>();
        one.put(cell.spot(), cell.number().plus(cell.step()));
        for (int pass = 0; pass < PASSES; pass++) {
            for (Map.Entry<Spot, Rule> each : byTotal.entrySet()) {
                Typed total = sheet.typed(each.getKey());
                Fraction by = total == null ? null : moved(each.getValue(), each.getKey(), one, budget);
                if (total == null || by == null) {
                    return null;
                }
                one.put(each.getKey(), total.number().plus(by));
            }
        }
        Map<Spot, Fraction> slopes = new LinkedHashMap<>();
        for (Spot spot : byTotal.keySet()) {
            Typed total = sheet.typed(spot);
            Fraction now = one.get(spot);
            if (total != null && now != null) {
                slopes.put(spot, now.minus(total.number()).over(cell.step()));
            }
        }
        return new Totals(cell, List.copyOf(byTotal.values()), slopes, sheet);
    }

    /** By how much a total must change for its equation to stand as it stood. */
    private static @Nullable Fraction moved(Rule rule, Spot total, Map<Spot, Fraction> changed, Budget budget) {
        Map<Spot, Fraction> others = new HashMap<>(changed);
        others.remove(total);
        Fraction now = budget.take(2) ? difference(rule, others) : null;
        Fraction before = difference(rule, Map.of());
        return now == null || before == null ? null : before.minus(now);
    }

    private static @Nullable Fraction difference(Rule rule, Map<Spot, Fraction> changed) {
        List<Fraction> edges = rule.with(changed).edges();
        return edges.size() == 2 ? edges.get(0).plus(edges.get(1)).over(TWO) : null;
    }

    /** The equations by which they follow; these hold by themselves. */
    List<Rule> rules() {
        return rules;
    }

    Iterable<Spot> spots() {
        return slopes.keySet();
    }

    boolean isEmpty() {
        return slopes.isEmpty();
    }

    /** The cell and all that follows it. */
    Map<Spot, Fraction> with(Fraction number, Map<Spot, Fraction> given) {
        Map<Spot, Fraction> all = new LinkedHashMap<>();
        all.put(cell.spot(), number);
        Fraction by = number.minus(cell.number());
        slopes.forEach((spot, slope) -> {
            Fraction typedThere = typed.get(spot);
            if (typedThere != null) {
                all.put(spot, typedThere.plus(slope.times(by)));
            }
        });
        all.putAll(given);
        return all;
    }
}

package xiangbao.statistics.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.findings.Severity;

/**
 * Two or three cells that must be changed together, because no single one lets all rules hold. Every failing rule looks at one of them; what a rule asks of one
 * of them alone narrows it down, the last one follows exactly from the others.
 */
final class FewCells {
    private static final int MOST_CELLS = 3;
    private static final int MOST_SETS = 400;
    private static final int MOST_FIGURES = 8;

    /** One error is rarer than none: each more that is needed weighs against it. */
    private static final double ANOTHER = 4;

    private final Sheet sheet;
    private final OneCell oneCell;
    private final Budget budget;

    FewCells(Sheet sheet, OneCell oneCell, Budget budget) {
        this.sheet = sheet;
        this.oneCell = oneCell;
        this.budget = budget;
    }

    /** All sets of the smallest size that do it, or none. */
    List<Suspect> solve(List<Rule> must, List<Rule> may) {
        List<Spot> spots = spots(must);
        for (int size = 2; size <= MOST_CELLS; size++) {
            List<List<Spot>> sets = new ArrayList<>();
            collect(spots, 0, new ArrayList<>(), size, must, sets);
            List<Suspect> found = new ArrayList<>();
            for (List<Spot> set : sets) {
                Suspect one = last(set, must, may, Map.of());
                if (one != null) {
                    found.add(one);
                }
                if (budget.spent()) {
                    return List.of();
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Those that look least right in front. */
    private List<Spot> spots(List<Rule> must) {
        Set<Spot> spots = new LinkedHashSet<>();
        must.forEach(rule -> spots.addAll(rule.spots()));
        Map<Spot, Double> oddness = new HashMap<>();
        for (Spot spot : spots) {
            Typed typed = sheet.typed(spot);
            if (typed != null) {
                long rules = must.stream()
                        .filter(rule -> rule.spots().contains(spot))
                        .count();
                oddness.put(spot, typed.suspicion() + rules - new Chances(typed).density(typed.number()));
            }
        }
        return spots.stream()
                .filter(oddness::containsKey)
                .sorted(Comparator.comparing((Spot spot) -> oddness.getOrDefault(spot, 0.0))
                        .reversed())
                .toList();
    }

    /** Sets of which every failing rule looks at a member. */
    private static void collect(
            List<Spot> spots, int from, List<Spot> chosen, int size, List<Rule> must, List<List<Spot>> sets) {
        if (sets.size() >= MOST_SETS) {
            return;
        }
        List<Rule> open = must.stream()
                .filter(rule -> chosen.stream().noneMatch(rule.spots()::contains))
                .toList();
        if (chosen.size() == size) {
            if (open.isEmpty()) {
                sets.add(List.copyOf(chosen));
            }
            return;
        }
        for (int place = from; place < spots.size(); place++) {
            Spot spot = spots.get(place);
            boolean last = chosen.size() == size - 1;
            if (!last || open.stream().allMatch(rule -> rule.spots().contains(spot))) {
                chosen.add(spot);
                collect(spots, place + 1, chosen, size, must, sets);
                chosen.remove(chosen.size() - 1);
            }
        }
    }

    /** Fixes one cell after the other until one is left. */
    private @Nullable Suspect last(List<Spot> set, List<Rule> must, List<Rule> may, Map<Spot, Fraction> given) {
        if (set.size() == 1) {
            Spot spot = set.get(0);
            List<Rule> due =
                    must.stream().filter(rule -> rule.spots().contains(spot)).toList();
            return oneCell.solve(spot, due, may, given);
        }
        Spot next = next(set, must);
        List<Spot> others = set.stream().filter(spot -> !spot.equals(next)).toList();
        List<Rule> alone = alone(next, others, must);
        Typed cell = sheet.typed(next);
        if (cell == null) {
            return null;
        }
        Turning turning = turning(cell, given);
        Ranges possible = Ranges.all(cell.negative()).onSteps(cell.step());
        for (Rule rule : alone) {
            possible = possible.meet(turning.of(rule)).onSteps(cell.step());
        }
        Suspect best = null;
        for (Map.Entry<Fraction, Double> figure :
                figures(cell, possible, others, must, given).entrySet()) {
            Map<Spot, Fraction> fixed = new HashMap<>(given);
            fixed.put(next, figure.getKey());
            Suspect rest = last(others, must, may, fixed);
            if (rest == null || !holds(next, fixed, rest)) {
                continue;
            }
            Map<Spot, Fraction> right = new LinkedHashMap<>();
            right.put(next, figure.getKey());
            right.putAll(rest.right());
            Set<Rule> explained = new LinkedHashSet<>(must);
            explained.addAll(rest.explained());
            double score = rest.score() + figure.getValue() - ANOTHER;
            if (best == null || score > best.score()) {
                best = new Suspect(
                        List.copyOf(right.keySet()),
                        right,
                        Kind.UNKNOWN,
                        "",
                        rest.told() && possible.single() != null,
                        score,
                        List.copyOf(explained),
                        List.of());
            }
        }
        return best;
    }

    /** The one that is narrowed down most by rules that look at no other of them. */
    private static Spot next(List<Spot> set, List<Rule> must) {
        return set.stream()
                .max(Comparator.comparingInt(spot -> alone(
                                spot,
                                set.stream()
                                        .filter(other -> !other.equals(spot))
                                        .toList(),
                                must)
                        .size()))
                .orElseThrow();
    }

    private static List<Rule> alone(Spot spot, List<Spot> others, List<Rule> must) {
        return must.stream()
                .filter(rule -> rule.spots().contains(spot) && others.stream().noneMatch(rule.spots()::contains))
                .toList();
    }

    /** Figures that are worth trying in a cell, with what speaks for each. */
    private Map<Fraction, Double> figures(
            Typed cell, Ranges possible, List<Spot> others, List<Rule> must, Map<Spot, Fraction> given) {
        Map<Fraction, Double> figures = new TreeMap<>();
        for (Fraction end : possible.ends()) {
            figures.put(end, 0.0);
        }
        if (possible.single() == null) {
            Repairs.of(cell).stream()
                    .map(repair -> repair.of(possible, cell.step()).nearest(repair.meant()))
                    .filter(Objects::nonNull)
                    .forEach(meant -> figures.put(meant, 0.0));
            cell.earlier().stream()
                    .map(Earlier::number)
                    .filter(number -> possible.holds(number) && cell.admits(number))
                    .forEach(number -> figures.put(number, 0.0));
        }
        figures.replaceAll(
                (figure, none) -> oneCell.judge(cell, Ranges.only(figure)).score());
        Map<Fraction, Double> tried = figures.entrySet().stream()
                .sorted(Map.Entry.<Fraction, Double>comparingByValue().reversed())
                .limit(MOST_FIGURES)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
        if (others.size() == 1 && possible.single() == null) {
            for (Fraction figure : crossing(cell, others.get(0), must, given)) {
                if (possible.holds(figure)) {
                    tried.put(figure, oneCell.judge(cell, Ranges.only(figure)).score());
                }
            }
        }
        return tried;
    }

    /** Where two equations in two cells agree: both follow the first cell linearly, so their distance goes through zero where three points of it tell. */
    private List<Fraction> crossing(Typed cell, Spot other, List<Rule> must, Map<Spot, Fraction> given) {
        Typed second = sheet.typed(other);
        List<Rule> both = must.stream()
                .filter(rule -> rule.identity()
                        && rule.spots().contains(cell.spot())
                        && rule.spots().contains(other))
                .limit(2)
                .toList();
        if (second == null || both.size() < 2) {
            return List.of();
        }
        List<Fraction> distances = new ArrayList<>();
        for (int count = 0; count < 2; count++) {
            Fraction first = cell.number().plus(cell.step().times(Fraction.of(count)));
            Map<Spot, Fraction> fixed = new HashMap<>(given);
            fixed.put(cell.spot(), first);
            Typed free = new Typed(
                    second.spot(), second.number(), second.decimals(), true, "", 0, List.of(), List.of(), List.of());
            Turning turning = turning(free, fixed);
            Fraction one = middle(turning.of(both.get(0)));
            Fraction two = middle(turning.of(both.get(1)));
            if (one == null || two == null) {
                return List.of();
            }
            distances.add(one.minus(two));
        }
        Fraction slope = distances.get(1).minus(distances.get(0));
        if (slope.isZero()) {
            return List.of();
        }
        Fraction steps = distances.get(0).negated().over(slope).rounded(0);
        return List.of(cell.number().plus(cell.step().times(steps)));
    }

    private Turning turning(Typed cell, Map<Spot, Fraction> given) {
        Totals none = Totals.none(cell, sheet);
        return new Turning(cell, number -> none.with(number, given), budget);
    }

    private static @Nullable Fraction middle(Ranges ranges) {
        List<Fraction> ends = ranges.ends();
        return ends.isEmpty()
                ? null
                : ends.get(0).plus(ends.get(ends.size() - 1)).over(Fraction.of(2));
    }

    private boolean holds(Spot spot, Map<Spot, Fraction> fixed, Suspect rest) {
        Map<Spot, Fraction> all = new HashMap<>(fixed);
        all.putAll(rest.right());
        for (Rule rule : sheet.holding(spot)) {
            if (rule.severity() == Severity.MANDATORY
                    && budget.take(1)
                    && !rule.with(all).passes()) {
                return false;
            }
        }
        return true;
    }
}

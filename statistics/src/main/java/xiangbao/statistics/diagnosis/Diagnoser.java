package xiangbao.statistics.diagnosis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.findings.Verdict;

/**
 * Finds the smallest set of cells whose change lets the failing rules hold (after Fellegi and Holt), and of several sets that are equally small the one that a
 * likely slip explains. Exact for one cell; for two and three as far as the budget goes, after which there is no diagnosis.
 */
public final class Diagnoser {
    private static final int TRIES = 5_000;
    private static final int MOST_RULES = 400;
    private static final int MOST_SPOTS = 400;

    private static final double CERTAIN = Math.log(1_000);
    private static final int MOST_PARTS = 24;
    private static final double USUAL = 1;

    /** A rival that is less likely by more than this factor is no rival. */
    private static final double RIVAL = Math.log(4);

    private final Sheet sheet;
    private final Budget budget = new Budget(TRIES);
    private final OneCell oneCell;

    public Diagnoser(Sheet sheet) {
        this.sheet = sheet;
        this.oneCell = new OneCell(sheet, budget);
    }

    /** What explains the failing rules; those that nothing explains are in none of them. */
    public List<Suspect> diagnose(List<Rule> failing) {
        List<Rule> left = new ArrayList<>(failing.subList(0, Math.min(failing.size(), MOST_RULES)));
        left.removeIf(rule -> rule.spots().isEmpty() || rule.spots().size() > MOST_SPOTS);
        List<Suspect> suspects = new ArrayList<>();
        List<List<Rule>> components = components(left);
        Map<List<Rule>, Suspect> best = new IdentityHashMap<>();
        while (!components.isEmpty() && !budget.spent()) {
            for (List<Rule> component : List.copyOf(components)) {
                Suspect found = best.containsKey(component) ? best.get(component) : best(component, left);
                if (found == null) {
                    components.removeIf(other -> other == component);
                } else {
                    best.put(component, found);
                }
            }
            Suspect surest = components.stream()
                    .filter(best::containsKey)
                    .max(Comparator.comparing(Diagnoser::isMandatory)
                            .thenComparing(best::get, Comparator.comparingDouble(Suspect::score)))
                    .map(best::get)
                    .orElse(null);
            if (surest == null) {
                break;
            }
            suspects.addAll(apart(surest));
            left.removeAll(surest.explained());
            components.forEach(component -> {
                if (component.removeAll(surest.explained())) {
                    best.remove(component);
                }
            });
            components.removeIf(List::isEmpty);
        }
        return suspects;
    }

    /** Several errors that have nothing to do with each other are told one by one. */
    private List<Suspect> apart(Suspect several) {
        List<Suspect> singles = new ArrayList<>();
        if (several.kind() != Kind.UNKNOWN || several.cells().size() < 2) {
            return List.of(several);
        }
        for (Spot spot : several.cells()) {
            Map<Spot, Fraction> others = new HashMap<>(several.right());
            others.remove(spot);
            List<Rule> own = several.explained().stream()
                    .filter(rule -> rule.spots().contains(spot))
                    .toList();
            boolean shared =
                    own.stream().anyMatch(rule -> others.keySet().stream().anyMatch(rule.spots()::contains));
            Suspect single = shared
                    ? null
                    : oneCell.solve(
                            spot,
                            own.stream()
                                    .filter(rule -> rule.severity() == Severity.MANDATORY)
                                    .toList(),
                            own.stream()
                                    .filter(rule -> rule.severity() != Severity.MANDATORY)
                                    .toList(),
                            others);
            if (single == null) {
                return List.of(several);
            }
            singles.add(single);
        }
        return singles;
    }

    /**
     * What probably happened in cells that no rule finds wrong, only a screen, the surest first; several are explained together where one slip explains them.
     * Totals that were computed from one of them are among the right figures.
     */
    public List<Suspect> doubted(List<Spot> spots) {
        List<Suspect> suspects = new ArrayList<>();
        Map<Spot, Double> alone = new HashMap<>();
        for (Spot spot : spots) {
            Suspect single = oneCell.doubted(spot);
            if (single != null) {
                suspects.add(single);
                alone.put(spot, single.score());
            }
        }
        for (Slip slip : sheet.slips(spots)) {
            Suspect several = slipped(slip, List.of(), List.of());
            double singly = slip.right().keySet().stream()
                    .mapToDouble(spot -> alone.getOrDefault(spot, 0.0))
                    .sum();
            if (several != null && several.score() > singly) {
                suspects.add(several);
            }
        }
        suspects.sort(Comparator.comparingDouble(Suspect::score).reversed());
        return suspects;
    }

    /** Whole rows or columns that were exchanged, where that speaks against another unit of measurement in all of these cells. */
    public Optional<Suspect> exchanged(List<Spot> spots) {
        return sheet.slips(spots).stream()
                .filter(slip -> slip.kind() == Kind.SWAPPED && slip.right().size() > 2)
                .map(slip -> slipped(slip, List.of(), List.of()))
                .filter(Objects::nonNull)
                .filter(suspect -> suspect.score() > CERTAIN)
                .max(Comparator.comparingDouble(Suspect::score));
    }

    /** @param all failing rules, some of which may hold then as well */
    private @Nullable Suspect best(List<Rule> failing, List<Rule> all) {
        List<Rule> must = failing.stream()
                .filter(rule -> rule.severity() == Severity.MANDATORY)
                .toList();
        List<Rule> may = failing.stream()
                .filter(rule -> rule.severity() != Severity.MANDATORY)
                .toList();
        List<Suspect> suspects = new ArrayList<>();
        for (Spot spot : must.isEmpty() ? union(may) : common(must)) {
            Suspect one = oneCell.solve(spot, must, may, Map.of());
            if (one != null) {
                suspects.add(one);
            }
            Suspect carrying = one == null ? oneCell.carrying(spot, must, may) : null;
            if (carrying != null) {
                suspects.add(beyond(carrying, failing, all));
            }
        }
        // nothing but what was reported before speaks for more cells where one is enough
        boolean single = !suspects.isEmpty();
        for (Spot spot : parts(must.isEmpty() ? union(may) : common(must))) {
            Suspect carrying = single && !isKnown(spot) ? null : oneCell.carrying(spot, must, may);
            if (carrying != null) {
                suspects.add(beyond(carrying, failing, all));
            }
        }
        for (Slip slip : sheet.slips(List.copyOf(union(failing)))) {
            if (single && slip.right().keySet().stream().noneMatch(this::isKnown)) {
                continue;
            }
            Suspect several = slipped(slip, must, may);
            if (several != null && !several.explained().isEmpty()) {
                suspects.add(several);
            }
        }
        if (suspects.isEmpty() && !must.isEmpty()) {
            suspects.addAll(new FewCells(sheet, oneCell, budget).solve(must, may));
        }
        suspects.sort(Comparator.comparingDouble(Suspect::score).reversed().thenComparing(Suspect::first));
        if (suspects.isEmpty() || budget.spent()) {
            return null;
        }
        Suspect first = suspects.get(0);
        return first.beside(suspects.stream()
                .skip(1)
                .filter(other ->
                        first.score() - other.score() < RIVAL && !first.cells().contains(other.first()))
                .map(Suspect::first)
                .distinct()
                .toList());
    }

    /** Cells of which one of these was computed, as far as they look odd: what is as usual was hardly mistaken. */
    private List<Spot> parts(Set<Spot> totals) {
        List<Spot> open = new ArrayList<>(totals);
        List<Spot> parts = new ArrayList<>();
        for (int place = 0; place < open.size() && parts.size() < MOST_PARTS; place++) {
            Spot total = open.get(place);
            for (Rule rule : sheet.holding(total)) {
                if (total.equals(rule.total())) {
                    rule.spots().stream().filter(spot -> !open.contains(spot)).forEach(spot -> {
                        open.add(spot);
                        if (isOdd(spot)) {
                            parts.add(spot);
                        }
                    });
                }
            }
        }
        return parts;
    }

    private boolean isKnown(Spot spot) {
        Typed typed = sheet.typed(spot);
        return typed != null && !typed.earlier().isEmpty();
    }

    private boolean isOdd(Spot spot) {
        Typed typed = sheet.typed(spot);
        return typed != null && new Chances(typed).density(typed.number()) < Chances.UNKNOWN + USUAL;
    }

    /** Totals are looked at by rules that have nothing else to do with the wrong cell. */
    private Suspect beyond(Suspect carrying, List<Rule> failing, List<Rule> all) {
        List<Rule> more = new ArrayList<>();
        double gain = 0;
        for (Rule rule : all) {
            if (!failing.contains(rule)
                    && rule.spots().stream().anyMatch(carrying.right()::containsKey)
                    && budget.take(1)
                    && rule.with(carrying.right()).passes()) {
                more.add(rule);
                gain += OneCell.cost(rule);
            }
        }
        return carrying.explaining(more, gain);
    }

    /** Several cells together, if that lets all rules hold that must. */
    private @Nullable Suspect slipped(Slip slip, List<Rule> must, List<Rule> may) {
        Set<Rule> open = new LinkedHashSet<>();
        for (Rule rule : must) {
            if (slip.lost().stream().anyMatch(rule.spots()::contains)) {
                open.add(rule);
            } else if (!budget.take(1) || !rule.with(slip.right()).passes()) {
                return null;
            }
        }
        Map<Spot, Fraction> right = new LinkedHashMap<>(slip.right());
        double score = slip.chance();
        List<Spot> left = new ArrayList<>(slip.lost());
        while (!left.isEmpty()) {
            Spot lost = left.remove(0);
            List<Rule> due = open.stream()
                    .filter(rule -> rule.spots().contains(lost) && left.stream().noneMatch(rule.spots()::contains))
                    .toList();
            Suspect rest = oneCell.lost(lost, due, right);
            if (rest == null) {
                return null;
            }
            due.forEach(open::remove);
            right.putAll(rest.right());
            score += rest.score();
        }
        return weighed(slip, right, score, must, may);
    }

    private @Nullable Suspect weighed(
            Slip slip, Map<Spot, Fraction> right, double chance, List<Rule> must, List<Rule> may) {
        double score = chance;
        List<Rule> explained = new ArrayList<>(must);
        for (Rule rule : may) {
            if (budget.take(1) && rule.with(right).passes()) {
                explained.add(rule);
            } else {
                score -= OneCell.cost(rule);
            }
        }
        Set<Rule> holding = new LinkedHashSet<>();
        for (Map.Entry<Spot, Fraction> one : right.entrySet()) {
            Typed typed = sheet.typed(one.getKey());
            if (typed == null || !typed.admits(one.getValue())) {
                return null;
            }
            Chances chances = new Chances(typed);
            score += slip.lost().contains(one.getKey())
                    ? 0
                    : chances.density(one.getValue()) - chances.density(typed.number()) + typed.suspicion();
            holding.addAll(sheet.holding(one.getKey()));
        }
        for (Rule rule : holding) {
            if (rule.severity() != Severity.HINT
                    && budget.take(1)
                    && rule.with(right).verdict() == Verdict.FAILS) {
                if (rule.severity() == Severity.MANDATORY) {
                    return null;
                }
                score -= OneCell.cost(rule);
            }
        }
        return new Suspect(
                List.copyOf(right.keySet()),
                right,
                slip.kind(),
                slip.detail(),
                !must.isEmpty(),
                score,
                explained,
                List.of());
    }

    private static boolean isMandatory(List<Rule> component) {
        return component.stream().anyMatch(rule -> rule.severity() == Severity.MANDATORY);
    }

    private static Set<Spot> union(Collection<Rule> rules) {
        Set<Spot> union = new LinkedHashSet<>();
        rules.forEach(rule -> union.addAll(rule.spots()));
        return union;
    }

    private static Set<Spot> common(List<Rule> rules) {
        Set<Spot> common = new LinkedHashSet<>(rules.get(0).spots());
        rules.forEach(rule -> common.retainAll(rule.spots()));
        return common;
    }

    /** Rules that hang together by the cells that they share, in their order; mere hints are left alone. */
    private static List<List<Rule>> components(List<Rule> rules) {
        Map<Spot, List<Rule>> bySpot = new HashMap<>();
        rules.forEach(rule -> rule.spots()
                .forEach(spot ->
                        bySpot.computeIfAbsent(spot, key -> new ArrayList<>()).add(rule)));
        Set<Rule> seen = new HashSet<>();
        List<List<Rule>> components = new ArrayList<>();
        for (Rule start : rules) {
            if (!seen.add(start)) {
                continue;
            }
            List<Rule> component = new ArrayList<>(List.of(start));
            for (int place = 0; place < component.size(); place++) {
                for (Spot spot : component.get(place).spots()) {
                    List<Rule> sharing = bySpot.remove(spot);
                    if (sharing != null) {
                        sharing.stream().filter(seen::add).forEach(component::add);
                    }
                }
            }
            if (component.stream().anyMatch(rule -> rule.severity() != Severity.HINT)) {
                components.add(component);
            }
        }
        return components;
    }
}

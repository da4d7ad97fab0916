package xiangbao.statistics.consistency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xiangbao.statistics.figures.Fraction;

/**
 * Whether conditions can hold together. Alternatives are tried one after the other where the point that meets the rest does not meet them already; the
 * number of trials is bounded, and what could not be decided within it counts as possible.
 */
final class Satisfiability {
    private static final int MOST_TRIALS = 400;

    private final Set<String> notNegative;
    private int trials;

    private Satisfiability(Set<String> notNegative) {
        this.notNegative = notNegative;
    }

    /** False only where it is proven that they cannot. */
    static boolean possible(List<Condition> conditions, Set<String> notNegative) {
        Satisfiability search = new Satisfiability(notNegative);
        return search.possible(State.EMPTY, conditions);
    }

    /** What is assumed so far. */
    private record State(List<Condition.Linear> linear, Map<String, Boolean> facts, List<Condition.Any> open) {
        static final State EMPTY = new State(List.of(), Map.of(), List.of());
    }

    private boolean possible(State before, List<Condition> added) {
        if (++trials > MOST_TRIALS) {
            return true;
        }
        List<Condition.Linear> linear = new ArrayList<>(before.linear());
        Map<String, Boolean> facts = new HashMap<>(before.facts());
        List<Condition.Any> open = new ArrayList<>(before.open());
        if (!assume(added, linear, facts, open)) {
            return false;
        }
        Optional<Map<String, Fraction>> point = Simplex.solve(linear, notNegative);
        if (point.isEmpty()) {
            return false;
        }
        for (int place = 0; place < open.size(); place++) {
            Condition.Any one = open.get(place);
            if (one.parts().stream().anyMatch(part -> holds(part, point.get(), facts))) {
                continue;
            }
            List<Condition.Any> others = new ArrayList<>(open);
            others.remove(place);
            State state = new State(linear, facts, others);
            return one.parts().stream().anyMatch(part -> possible(state, List.of(part)));
        }
        return true;
    }

    /** Takes apart what must hold; false where it contradicts itself openly. */
    private static boolean assume(
            List<Condition> added,
            List<Condition.Linear> linear,
            Map<String, Boolean> facts,
            List<Condition.Any> open) {
        for (Condition one : added) {
            if (one instanceof Condition.Linear row) {
                linear.add(row);
            } else if (one instanceof Condition.Fact fact) {
                Boolean known = facts.putIfAbsent(fact.text(), fact.holds());
                if (known != null && known != fact.holds()) {
                    return false;
                }
            } else if (one instanceof Condition.All all) {
                if (!assume(all.parts(), linear, facts, open)) {
                    return false;
                }
            } else if (one instanceof Condition.Any any) {
                if (any.parts().isEmpty()) {
                    return false;
                }
                open.add(any);
            }
        }
        return true;
    }

    private static boolean holds(Condition condition, Map<String, Fraction> point, Map<String, Boolean> facts) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(part -> holds(part, point, facts));
        } else if (condition instanceof Condition.Any any) {
            return any.parts().stream().anyMatch(part -> holds(part, point, facts));
        } else if (condition instanceof Condition.Fact fact) {
            return Boolean.valueOf(fact.holds()).equals(facts.get(fact.text()));
        }
        Condition.Linear row = (Condition.Linear) condition;
        Fraction sum = row.constant();
        for (Map.Entry<String, Fraction> entry : row.coefficients().entrySet()) {
            sum = sum.plus(entry.getValue().times(point.getOrDefault(entry.getKey(), Fraction.ZERO)));
        }
        return sum.signum() < 0 || (sum.isZero() && !row.strict());
    }
}

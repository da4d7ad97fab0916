package xiangbao.statistics.consistency;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xiangbao.statistics.figures.Fraction;

/** Whether relations leave a quantity one value only. */
final class ForcedValue {
    private final List<Condition> conditions = new ArrayList<>();
    private final List<Condition.Linear> certain = new ArrayList<>();
    private final Set<String> notNegative = new HashSet<>();

    ForcedValue(List<RuleSet.Instance> relations) {
        for (RuleSet.Instance one : relations) {
            Condition passes = one.statement().passes();
            conditions.add(passes);
            certain(passes);
            notNegative.addAll(one.statement().notNegative());
        }
    }

    private void certain(Condition condition) {
        if (condition instanceof Condition.Linear row) {
            certain.add(row);
        } else if (condition instanceof Condition.All all) {
            all.parts().forEach(this::certain);
        }
    }

    /** The value; empty where there are several, or none. */
    Optional<Fraction> of(String quantity) {
        Optional<Map<String, Fraction>> point = Simplex.solve(certain, notNegative);
        Fraction value =
                point.map(at -> at.getOrDefault(quantity, Fraction.ZERO)).orElse(null);
        return value == null || possible(quantity, value, Fraction.ONE) || possible(quantity, value, Fraction.of(-1))
                ? Optional.empty()
                : Optional.of(value);
    }

    /** Whether it may be below the value, with the factor one, or above it. */
    private boolean possible(String quantity, Fraction value, Fraction side) {
        List<Condition> with = new ArrayList<>(conditions);
        with.add(new Condition.Linear(Map.of(quantity, side), value.times(side).negated(), true));
        return Satisfiability.possible(with, notNegative);
    }
}

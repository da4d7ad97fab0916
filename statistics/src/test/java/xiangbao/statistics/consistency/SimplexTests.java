package xiangbao.statistics.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.figures.Fraction;

/** Systems that are known to have a point, and systems that are known to have none because a sum of their rows contradicts itself. */
class SimplexTests {
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");
    private static final Set<String> NOT_NEGATIVE = Set.of("a", "b", "c");

    private static Map<String, Fraction> random(Random random, int from, int to) {
        Map<String, Fraction> values = new LinkedHashMap<>();
        NAMES.forEach(name -> values.put(name, Fraction.of(random.nextInt(from, to))));
        return values;
    }

    private static Fraction at(Condition.Linear row, Map<String, Fraction> point) {
        Fraction sum = row.constant();
        for (Map.Entry<String, Fraction> entry : row.coefficients().entrySet()) {
            sum = sum.plus(entry.getValue().times(point.getOrDefault(entry.getKey(), Fraction.ZERO)));
        }
        return sum;
    }

    /** Rows that the point meets, some of them sharply. */
    private static List<Condition.Linear> around(Map<String, Fraction> point, Random random) {
        List<Condition.Linear> rows = new ArrayList<>();
        for (int row = 0; row < 8; row++) {
            Condition.Linear bare = new Condition.Linear(random(random, -4, 5), Fraction.ZERO, false);
            boolean strict = random.nextInt(3) == 0;
            Fraction slack = Fraction.of(random.nextInt(strict ? 1 : 0, 4));
            rows.add(new Condition.Linear(
                    bare.coefficients(), at(bare, point).plus(slack).negated(), strict));
        }
        return rows;
    }

    @Test
    void aPointIsFoundWhereThereIsOne() {
        Random random = new Random(20261128);
        for (int trial = 0; trial < 500; trial++) {
            Map<String, Fraction> point = new LinkedHashMap<>(random(random, -9, 10));
            NOT_NEGATIVE.forEach(
                    name -> point.compute(name, (any, value) -> value == null ? Fraction.ZERO : value.abs()));
            List<Condition.Linear> rows = around(point, random);
            Map<String, Fraction> found = Simplex.solve(rows, NOT_NEGATIVE).orElseThrow();
            for (Condition.Linear row : rows) {
                assertThat(at(row, found).signum()).isLessThanOrEqualTo(row.strict() ? -1 : 0);
            }
            NOT_NEGATIVE.forEach(name ->
                    assertThat(found.getOrDefault(name, Fraction.ZERO).signum()).isNotNegative());
        }
    }

    @Test
    void noneIsFoundWhereRowsContradict() {
        Random random = new Random(7);
        for (int trial = 0; trial < 500; trial++) {
            List<Condition.Linear> rows = new ArrayList<>(around(random(random, 0, 9), random));
            // less than nothing: the opposite of the sum of two rows, and a little more
            Condition.Linear first = rows.get(0);
            Condition.Linear second = rows.get(1);
            Map<String, Fraction> opposite = new LinkedHashMap<>();
            NAMES.forEach(name -> opposite.put(
                    name,
                    first.coefficients()
                            .getOrDefault(name, Fraction.ZERO)
                            .plus(second.coefficients()
                                    .getOrDefault(name, Fraction.ZERO)
                                    .times(Fraction.of(2)))
                            .negated()));
            Fraction beyond = first.constant()
                    .plus(second.constant().times(Fraction.of(2)))
                    .negated()
                    .plus(Fraction.ONE);
            rows.add(new Condition.Linear(opposite, beyond, false));
            assertThat(Simplex.solve(rows, NOT_NEGATIVE)).isEmpty();
        }
    }
}

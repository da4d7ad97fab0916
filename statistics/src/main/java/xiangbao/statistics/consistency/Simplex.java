package xiangbao.statistics.consistency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xiangbao.statistics.figures.Fraction;

/**
 * Finds quantities for which linear conditions hold together, or proves that there are none: Dantzig's simplex method over exact fractions, with Bland's
 * rule, so that it ends. Strict conditions are met with as much room as there is, up to one.
 */
final class Simplex {
    private final List<Condition.Linear> conditions;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Set<String> notNegative;

    private Simplex(List<Condition.Linear> conditions, Set<String> notNegative) {
        this.conditions = conditions;
        this.notNegative = notNegative;
    }

    /** A point that meets all of them, by the names of the quantities; empty where there is none. */
    static Optional<Map<String, Fraction>> solve(List<Condition.Linear> conditions, Set<String> notNegative) {
        return new Simplex(conditions, notNegative).solve();
    }

    private Optional<Map<String, Fraction>> solve() {
        boolean strict = conditions.stream().anyMatch(Condition.Linear::strict);
        Set<String> free = new LinkedHashSet<>();
        for (Condition.Linear one : conditions) {
            for (String name : one.coefficients().keySet()) {
                columns.computeIfAbsent(name, any -> columns.size());
                if (!notNegative.contains(name)) {
                    free.add(name);
                }
            }
        }
        Map<String, Integer> opposite = new HashMap<>();
        int width = columns.size();
        for (String name : free) {
            opposite.put(name, width++);
        }
        int room = strict ? width++ : -1;
        List<Fraction[]> rows = new ArrayList<>();
        for (Condition.Linear one : conditions) {
            Fraction[] row = zeros(width + 1);
            one.coefficients().forEach((name, coefficient) -> {
                row[columns.getOrDefault(name, 0)] = coefficient;
                Integer other = opposite.get(name);
                if (other != null) {
                    row[other] = coefficient.negated();
                }
            });
            if (one.strict()) {
                row[room] = Fraction.ONE;
            }
            row[width] = one.constant().negated();
            rows.add(row);
        }
        if (strict) {
            Fraction[] most = zeros(width + 1);
            most[room] = Fraction.ONE;
            most[width] = Fraction.ONE;
            rows.add(most);
        }
        Tableau tableau = new Tableau(rows, width);
        if (!tableau.feasible() || (strict && tableau.largest(room).signum() <= 0)) {
            return Optional.empty();
        }
        Map<String, Fraction> point = new HashMap<>();
        columns.forEach((name, column) -> {
            Integer other = opposite.get(name);
            Fraction value = tableau.value(column);
            point.put(name, other == null ? value : value.minus(tableau.value(other)));
        });
        return Optional.of(point);
    }

    private static Fraction[] zeros(int length) {
        Fraction[] zeros = new Fraction[length];
        Arrays.fill(zeros, Fraction.ZERO);
        return zeros;
    }

    /** Rows {@code a x ≤ b} for {@code x ≥ 0}, each with a slack column; the right-hand side stands last. */
    private static final class Tableau {
        private final Fraction[][] rows;
        private final int[] basis;
        private final int width;
        private final int artificial;

        /** @param given coefficients of the quantities and the right-hand side behind them */
        Tableau(List<Fraction[]> given, int quantities) {
            int count = given.size();
            artificial = quantities + count;
            width = artificial + 1;
            rows = new Fraction[count][];
            basis = new int[count];
            for (int row = 0; row < count; row++) {
                rows[row] = zeros(width + 1);
                System.arraycopy(given.get(row), 0, rows[row], 0, quantities);
                rows[row][quantities + row] = Fraction.ONE;
                rows[row][artificial] = Fraction.of(-1);
                rows[row][width] = given.get(row)[quantities];
                basis[row] = quantities + row;
            }
        }

        /** One artificial quantity makes every row hold; where it can go back to zero, they hold without it. */
        boolean feasible() {
            int least = -1;
            for (int row = 0; row < rows.length; row++) {
                if (rows[row][width].signum() < 0
                        && (least < 0 || rows[row][width].compareTo(rows[least][width]) < 0)) {
                    least = row;
                }
            }
            if (least >= 0) {
                pivot(least, artificial);
                Fraction[] objective = zeros(width + 1);
                objective[artificial] = Fraction.of(-1);
                maximise(objective);
                if (value(artificial).signum() != 0) {
                    return false;
                }
                leaveBasis();
            }
            for (Fraction[] row : rows) {
                row[artificial] = Fraction.ZERO;
            }
            return true;
        }

        private void leaveBasis() {
            for (int row = 0; row < rows.length; row++) {
                if (basis[row] == artificial) {
                    for (int column = 0; column < artificial; column++) {
                        if (!rows[row][column].isZero()) {
                            pivot(row, column);
                            return;
                        }
                    }
                }
            }
        }

        Fraction largest(int column) {
            Fraction[] objective = zeros(width + 1);
            objective[column] = Fraction.ONE;
            maximise(objective);
            return value(column);
        }

        Fraction value(int column) {
            for (int row = 0; row < rows.length; row++) {
                if (basis[row] == column) {
                    return rows[row][width];
                }
            }
            return Fraction.ZERO;
        }

        /** Improves the objective until nothing improves it; it is bounded in each use here. */
        private void maximise(Fraction[] objective) {
            Fraction[] gain = objective.clone();
            for (int row = 0; row < rows.length; row++) {
                subtract(gain, rows[row], objective[basis[row]]);
            }
            while (true) {
                int entering = -1;
                for (int column = 0; column < width && entering < 0; column++) {
                    if (gain[column].signum() > 0) {
                        entering = column;
                    }
                }
                if (entering < 0) {
                    return;
                }
                int leaving = leaving(entering);
                if (leaving < 0) {
                    return;
                }
                pivot(leaving, entering);
                subtract(gain, rows[leaving], gain[entering]);
            }
        }

        private int leaving(int entering) {
            int leaving = -1;
            Fraction smallest = Fraction.ZERO;
            for (int row = 0; row < rows.length; row++) {
                if (rows[row][entering].signum() > 0) {
                    Fraction ratio = rows[row][width].over(rows[row][entering]);
                    int compared = leaving < 0 ? -1 : ratio.compareTo(smallest);
                    if (compared < 0 || (compared == 0 && basis[row] < basis[leaving])) {
                        leaving = row;
                        smallest = ratio;
                    }
                }
            }
            return leaving;
        }

        private void pivot(int row, int column) {
            Fraction[] chosen = rows[row];
            Fraction at = chosen[column];
            for (int place = 0; place <= width; place++) {
                if (!chosen[place].isZero()) {
                    chosen[place] = chosen[place].over(at);
                }
            }
            for (int other = 0; other < rows.length; other++) {
                if (other != row) {
                    subtract(rows[other], chosen, rows[other][column]);
                }
            }
            basis[row] = column;
        }

        private static void subtract(Fraction[] from, Fraction[] row, Fraction times) {
            if (times.isZero()) {
                return;
            }
            for (int place = 0; place < from.length; place++) {
                if (!row[place].isZero()) {
                    from[place] = from[place].minus(row[place].times(times));
                }
            }
        }
    }
}

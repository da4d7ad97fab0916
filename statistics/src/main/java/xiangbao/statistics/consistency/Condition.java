package xiangbao.statistics.consistency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xiangbao.statistics.figures.Fraction;

/**
 * A part of what a formula states, as far as it is linear in figures, for proofs about relations before any figure has come. Immutable.
 *
 * <p>Quantities have names: figures by form, place and period, master data, and whatever is not linear (a product of two figures, a count of lines) by its
 * text. Taking such a thing for a quantity of its own only widens what is possible, so that what is proven impossible is so.
 */
sealed interface Condition {
    /** What always holds. */
    Condition ALWAYS = new All(List.of());

    /** What never holds. */
    Condition NEVER = new Any(List.of());

    /** The condition that holds where this one does not. */
    Condition negated();

    /** All of them hold. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public Condition negated() {
            return new Any(parts.stream().map(Condition::negated).toList());
        }
    }

    /** At least one of them holds. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public Condition negated() {
            return new All(parts.stream().map(Condition::negated).toList());
        }
    }

    /**
     * {@code Σ coefficient × quantity + constant} is at most zero.
     *
     * @param strict whether it is below zero
     */
    record Linear(Map<String, Fraction> coefficients, Fraction constant, boolean strict) implements Condition {
        public Linear {
            coefficients = Map.copyOf(coefficients);
        }

        @Override
        public Condition negated() {
            Map<String, Fraction> negative = new LinkedHashMap<>();
            coefficients.forEach((name, coefficient) -> negative.put(name, coefficient.negated()));
            return new Linear(negative, constant.negated(), !strict);
        }
    }

    /** Something that is no comparison of numbers and holds or does not, known by its text. */
    record Fact(String text, boolean holds) implements Condition {
        @Override
        public Condition negated() {
            return new Fact(text, !holds);
        }
    }

    /** All of them, without the walls between. */
    static Condition all(Condition... parts) {
        List<Condition> flat = new ArrayList<>();
        for (Condition part : parts) {
            if (part instanceof All all) {
                flat.addAll(all.parts());
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.get(0) : new All(flat);
    }
}

package xiangbao.statistics.formula;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.forms.FormCode;

/** The tree of a formula. Every node knows where in the text it begins. */
public sealed interface Node {
    /** To how many decimals, either way, {@code round} rounds. */
    int MOST_DECIMALS = 20;

    int position();

    /** @param percent written with a percent sign, and shown so */
    record Number(int position, Fraction value, boolean percent) implements Node {}

    record Text(int position, String text) implements Node {}

    record Day(int position, LocalDate day) implements Node {}

    record Truth(int position, boolean holds) implements Node {}

    /** @param form null for the form at hand */
    record Figure(int position, @Nullable FormCode form, String item) implements Node {}

    record Attribute(int position, String name) implements Node {}

    record PeriodBound(int position, boolean end) implements Node {}

    /** 期次: which period of its year it is. */
    record PeriodNumber(int position) implements Node {}

    /** {@code prev} or {@code lastyear}. */
    record Shifted(int position, boolean byYear, Node inner) implements Node {}

    record Negated(int position, Node inner) implements Node {}

    record Not(int position, Node inner) implements Node {}

    record Arithmetic(int position, char sign, Node left, Node right) implements Node {}

    record Logic(int position, Junction junction, Node left, Node right) implements Node {}

    /** {@code a ≤ b ≤ c}: one more operand than links. */
    record Comparison(int position, List<Node> operands, List<Link> links) implements Node {
        public Comparison {
            operands = List.copyOf(operands);
            links = List.copyOf(links);
        }
    }

    /** @param tolerance null where the comparison is exact */
    record Link(Sign sign, @Nullable Node tolerance) {}

    record Within(int position, Node inner, Node low, Node high) implements Node {}

    record OneOf(int position, Node inner, List<Node> choices) implements Node {
        public OneOf {
            choices = List.copyOf(choices);
        }
    }

    /** Rows from one to the other in print order; only as an argument. */
    record RowRange(int position, Figure from, Figure to) implements Node {}

    /**
     * @param where the condition on lines, or null
     * @param lines written {@code count(lines)}
     */
    record Call(
            int position,
            Function function,
            List<Node> arguments,
            @Nullable Node where,
            boolean lines) implements Node {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    enum Junction {
        AND("且"),
        OR("或"),
        IMPLIES("⇒"),
        IFF("⇔");

        public final String title;

        Junction(String title) {
            this.title = title;
        }
    }

    enum Sign {
        EQUAL("="),
        DIFFERENT("≠"),
        BELOW("<"),
        AT_MOST("≤"),
        ABOVE(">"),
        AT_LEAST("≥");

        public final String text;

        Sign(String text) {
            this.text = text;
        }

        static @Nullable Sign of(String text) {
            for (Sign sign : values()) {
                if (sign.text.equals(text)) {
                    return sign;
                }
            }
            return null;
        }

        public Sign opposite() {
            return switch (this) {
                case EQUAL -> DIFFERENT;
                case DIFFERENT -> EQUAL;
                case BELOW -> AT_LEAST;
                case AT_MOST -> ABOVE;
                case ABOVE -> AT_MOST;
                case AT_LEAST -> BELOW;
            };
        }

        /** The sign that says the same with the sides exchanged. */
        public Sign mirrored() {
            return switch (this) {
                case EQUAL, DIFFERENT -> this;
                case BELOW -> ABOVE;
                case AT_MOST -> AT_LEAST;
                case ABOVE -> BELOW;
                case AT_LEAST -> AT_MOST;
            };
        }
    }

    enum Function {
        ABS(1, 1),
        ROUND(2, 2),
        MIN(1, 100),
        MAX(1, 100),
        SUM(1, 100),
        COUNT(0, 100),
        DISTINCT(1, 1),
        GROUPS(2, 2),
        COALESCE(1, 100),
        IF(3, 3),
        FILLED(1, 1),
        MATCHES(2, 2);

        final int least;
        final int most;

        Function(int least, int most) {
            this.least = least;
            this.most = most;
        }

        /** Whether it can run over the lines of a ledger. */
        boolean aggregates() {
            return this == SUM || this == COUNT || this == MIN || this == MAX || this == DISTINCT || this == GROUPS;
        }

        boolean takesRanges() {
            return this == SUM || this == COUNT || this == MIN || this == MAX;
        }
    }

    /** The parts directly below, in the order of the text. */
    static List<Node> parts(Node node) {
        List<Node> parts = new ArrayList<>();
        if (node instanceof Shifted shifted) {
            parts.add(shifted.inner());
        } else if (node instanceof Negated negated) {
            parts.add(negated.inner());
        } else if (node instanceof Not not) {
            parts.add(not.inner());
        } else if (node instanceof Arithmetic arithmetic) {
            parts.add(arithmetic.left());
            parts.add(arithmetic.right());
        } else if (node instanceof Logic logic) {
            parts.add(logic.left());
            parts.add(logic.right());
        } else if (node instanceof Comparison comparison) {
            for (int place = 0; place < comparison.operands().size(); place++) {
                parts.add(comparison.operands().get(place));
                if (place > 0) {
                    Node tolerance = comparison.links().get(place - 1).tolerance();
                    if (tolerance != null) {
                        parts.add(tolerance);
                    }
                }
            }
        } else if (node instanceof Within within) {
            parts.addAll(List.of(within.inner(), within.low(), within.high()));
        } else if (node instanceof OneOf oneOf) {
            parts.add(oneOf.inner());
            parts.addAll(oneOf.choices());
        } else if (node instanceof RowRange range) {
            parts.addAll(List.of(range.from(), range.to()));
        } else if (node instanceof Call call) {
            parts.addAll(call.arguments());
            if (call.where() != null) {
                parts.add(call.where());
            }
        }
        return parts;
    }

    /** The literal number of decimals to which {@code round} rounds, or null when it is none. */
    static @Nullable Integer decimals(Node node) {
        Fraction value = null;
        if (node instanceof Number number) {
            value = number.value();
        } else if (node instanceof Negated negated && negated.inner() instanceof Number number) {
            value = number.value().negated();
        }
        if (value == null || !value.isWhole() || value.abs().compareTo(Fraction.of(MOST_DECIMALS)) > 0) {
            return null;
        }
        return value.numerator().intValueExact();
    }
}

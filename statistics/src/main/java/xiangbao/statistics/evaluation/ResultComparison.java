package xiangbao.statistics.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.Value;
import xiangbao.statistics.formula.Node;

/** Holds results against each other: exact, and certain only where all that rounded figures may stand for agree. */
final class ResultComparison {
    private final @Nullable List<Fraction> edges;

    /** @param edges where to note how far each comparison of numbers is from turning, or null */
    ResultComparison(@Nullable List<Fraction> edges) {
        this.edges = edges;
    }

    /** A figure held against zero is about whether there is anything at all: there the figure counts as it was reported. */
    Result linked(
            Node.Sign sign, Node leftNode, Result left, Node rightNode, Result right, @Nullable Result tolerance) {
        boolean anything = isZero(leftNode) && isFigure(rightNode) || isZero(rightNode) && isFigure(leftNode);
        return anything
                ? compared(sign, asReported(left), asReported(right), tolerance)
                : compared(sign, left, right, tolerance);
    }

    private static boolean isZero(Node node) {
        return node instanceof Node.Number number && number.value().isZero();
    }

    private static boolean isFigure(Node node) {
        return node instanceof Node.Figure || node instanceof Node.Shifted shifted && isFigure(shifted.inner());
    }

    private static Result asReported(Result result) {
        return result.numeric()
                .map(number -> Results.known(number.asReported()))
                .orElse(result);
    }

    Result compared(Node.Sign sign, Result left, Result right, @Nullable Result tolerance) {
        if (!(left instanceof Result.Known first) || !(right instanceof Result.Known second)) {
            return tolerance == null ? Results.undecided(left, right) : Results.undecided(left, right, tolerance);
        }
        if (tolerance != null && tolerance.number().isEmpty()) {
            return Results.undecided(tolerance);
        }
        if (first.value() instanceof Value.Numeric one && second.value() instanceof Value.Numeric other) {
            Value.Numeric allowed = tolerance == null
                    ? new Value.Numeric(Fraction.ZERO)
                    : tolerance.numeric().orElseThrow();
            Value.Numeric difference = one.minus(other);
            if (edges != null) {
                edges.add(difference.low().minus(allowed.high()));
                edges.add(difference.high().plus(allowed.high()));
            }
            return compared(sign, difference, allowed);
        }
        if (first.value() instanceof Value.Day one && second.value() instanceof Value.Day other) {
            int order = one.day().compareTo(other.day());
            return Results.truth(
                    switch (sign) {
                        case EQUAL -> order == 0;
                        case DIFFERENT -> order != 0;
                        case BELOW -> order < 0;
                        case AT_MOST -> order <= 0;
                        case ABOVE -> order > 0;
                        case AT_LEAST -> order >= 0;
                    });
        }
        return Results.truth(first.value().equals(second.value()) == (sign == Node.Sign.EQUAL));
    }

    /** A difference against what it may be: certain where all that the figures may stand for agree. */
    private static Result compared(Node.Sign sign, Value.Numeric difference, Value.Numeric allowed) {
        boolean holds = holds(sign, difference.number(), allowed.number());
        if (difference.isExact() && allowed.isExact()) {
            return Results.truth(holds);
        }
        return switch (sign) {
            // no end of the difference tells whether it may be nothing
            case EQUAL -> equal(holds, difference, allowed);
            case DIFFERENT -> Results.inverted(equal(!holds, difference, allowed));
            default ->
                Results.truth(
                        holds,
                        holds(sign, difference.low(), allowed.low()) == holds
                                && holds(sign, difference.high(), allowed.low()) == holds
                                && holds(sign, difference.low(), allowed.high()) == holds
                                && holds(sign, difference.high(), allowed.high()) == holds);
        };
    }

    private static Result equal(boolean holds, Value.Numeric difference, Value.Numeric allowed) {
        boolean may = difference.low().compareTo(allowed.high()) <= 0
                && difference.high().compareTo(allowed.high().negated()) >= 0;
        boolean must =
                Fraction.larger(difference.low().abs(), difference.high().abs()).compareTo(allowed.low()) <= 0;
        return Results.truth(holds, !may || must);
    }

    private static boolean holds(Node.Sign sign, Fraction difference, Fraction slack) {
        return switch (sign) {
            case EQUAL -> difference.abs().compareTo(slack) <= 0;
            case DIFFERENT -> difference.abs().compareTo(slack) > 0;
            case BELOW -> difference.compareTo(slack) < 0;
            case AT_MOST -> difference.compareTo(slack) <= 0;
            case ABOVE -> difference.compareTo(slack.negated()) > 0;
            case AT_LEAST -> difference.compareTo(slack.negated()) >= 0;
        };
    }
}

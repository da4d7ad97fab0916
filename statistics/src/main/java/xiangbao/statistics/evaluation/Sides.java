package xiangbao.statistics.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.UsedFigure;
import xiangbao.statistics.figures.Value;
import xiangbao.statistics.formula.Node;

/** The sides of what does not hold: each in words, with its value, its unit of measurement and the figures that it looked up. */
final class Sides {
    private final Evaluation evaluation;
    private final FormulaText text;
    private final Measuring measuring;

    Sides(Evaluation evaluation, FormulaText text) {
        this.evaluation = evaluation;
        this.text = text;
        this.measuring = new Measuring(evaluation.lookup());
    }

    static List<UsedFigure> joined(Explanation.Side left, Explanation.Side right) {
        List<UsedFigure> figures = new ArrayList<>(left.figures());
        right.figures().stream().filter(figure -> !figures.contains(figure)).forEach(figures::add);
        return figures;
    }

    /** @param other what it is compared with, whose unit a mere number has; null where there is nothing */
    Explanation.Side side(Node node, @Nullable Node other, At at) {
        evaluation.lookup().forget();
        Result result = evaluation.of(node, at);
        List<UsedFigure> figures = evaluation.lookup().used();
        boolean single = !constant(node) && (node instanceof Node.Figure || shiftedFigure(node));
        String unit = measuring.unit(node, at);
        String others = other == null ? null : measuring.unit(other, at);
        if (unit == null) {
            unit = others;
        }
        boolean share = (percent(node) || (other != null && percent(other)))
                && (unit == null || unit.isEmpty())
                && (others == null || others.isEmpty());
        return new Explanation.Side(
                text.plain(node, at),
                text.named(node, at),
                single ? text.named(node, at) : text.valued(node, at),
                single,
                result instanceof Result.Known known ? known.value() : null,
                unit == null ? "" : unit,
                share,
                figures);
    }

    private static boolean shiftedFigure(Node node) {
        return node instanceof Node.Shifted shifted && shifted.inner() instanceof Node.Figure;
    }

    private static boolean percent(Node node) {
        return node instanceof Node.Number number && number.percent();
    }
    /** The two bounds: numbers from one to the other, or figures each with its name and value. */
    Explanation.Side band(Node low, Node high, Node inner, At at) {
        Explanation.Side least = side(low, inner, at);
        Explanation.Side most = side(high, inner, at);
        boolean numbers = least.figures().isEmpty()
                && most.figures().isEmpty()
                && least.value() instanceof Value.Numeric
                && most.value() instanceof Value.Numeric;
        List<UsedFigure> figures = joined(least, most);
        if (numbers && constant(low) && constant(high)) {
            String from = least.share() ? least.shown() : FigureText.grouped(number(least));
            String band = from + "–" + most.shown();
            return new Explanation.Side(band, band, band, false, null, least.unit(), least.share(), figures);
        }
        return new Explanation.Side(
                least.plain() + "与" + most.plain(),
                least.named() + " 至 " + most.named(),
                text.valued(low, at) + " 至 " + text.valued(high, at),
                false,
                null,
                least.unit(),
                least.share(),
                figures);
    }

    private static Fraction number(Explanation.Side side) {
        return side.value() instanceof Value.Numeric numeric ? numeric.number() : Fraction.ZERO;
    }

    Explanation.Side choices(Node.OneOf oneOf, At at) {
        String list = text.choices(oneOf, at);
        return new Explanation.Side(list, list, list, false, null, "", false, List.of());
    }

    /**
     * How likely a side is the figure that was typed: one figure of the form and period at hand, what is computed from such figures, one figure of another
     * form or period, another computation; a mere number never is.
     */
    static int standing(Node node) {
        if (constant(node)) {
            return 0;
        } else if (node instanceof Node.Figure figure) {
            return figure.form() == null ? 4 : 2;
        } else if (node instanceof Node.Shifted shifted && shifted.inner() instanceof Node.Figure) {
            return 2;
        }
        return own(node) ? 3 : 1;
    }

    /** Whether it looks at a figure of the form and period at hand. */
    private static boolean own(Node node) {
        if (node instanceof Node.Figure figure) {
            return figure.form() == null;
        }
        return !(node instanceof Node.Shifted) && Node.parts(node).stream().anyMatch(Sides::own);
    }

    static boolean constant(Node node) {
        return node instanceof Node.Number
                || node instanceof Node.Text
                || node instanceof Node.Day
                || (node instanceof Node.Negated negated && constant(negated.inner()));
    }

    /** A mere number with the unit of what it is compared with, anything else in row titles. */
    static String constantShown(Node node, Explanation.Side side) {
        boolean measured = node instanceof Node.Number number && !number.value().isZero();
        return measured || node instanceof Node.Negated ? side.shown() : side.plain();
    }
}

package xiangbao.statistics.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.Value;
import xiangbao.statistics.formula.LedgerScope;
import xiangbao.statistics.formula.Node;

/** Tells why a tree does not hold. */
final class Explainer {
    private final Evaluation evaluation;
    private final FormulaText text;
    private final Sides sides;

    Explainer(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.text = new FormulaText(evaluation);
        this.sides = new Sides(evaluation, text);
    }

    Explanation explain(Node node, At at) {
        if (node instanceof Node.Logic logic) {
            return explainLogic(logic, at);
        } else if (node instanceof Node.Not not) {
            return explainDenied(not.inner(), at);
        } else if (node instanceof Node.Comparison comparison) {
            for (int place = 0; place < comparison.links().size(); place++) {
                Node.Link link = comparison.links().get(place);
                Node left = comparison.operands().get(place);
                Node right = comparison.operands().get(place + 1);
                if (fails(link, left, right, at)) {
                    return chain(comparison)
                            ? explainChain(comparison, place, at)
                            : explainLink(link.sign(), left, right, link.tolerance(), at);
                }
            }
        } else if (node instanceof Node.Within within) {
            Explanation.Side right = sides.band(within.low(), within.high(), within.inner(), at);
            String title = text.plain(within.inner(), at) + " 不在 " + right.plain() + " 之间";
            return explainBetween(title, within.inner(), within.low(), within.high(), right, at);
        } else if (node instanceof Node.OneOf oneOf) {
            Explanation.Side left = sides.side(oneOf.inner(), null, at);
            Explanation.Side right = sides.choices(oneOf, at);
            return new Explanation(
                    left.plain() + " 不是" + right.plain(), left, right, "in", null, null, null, left.figures());
        } else if (node instanceof Node.Call call && call.function() == Node.Function.IF) {
            return explain(call.arguments().get(holds(call.arguments().get(0), at) ? 1 : 2), at);
        } else if (node instanceof Node.Call call && call.function() == Node.Function.FILLED) {
            return unfilled(call.arguments().get(0), at);
        } else if (node instanceof Node.Call call && call.function() == Node.Function.MATCHES) {
            return bare(
                    text.plain(call.arguments().get(0), at) + " 的写法不合要求",
                    call.arguments().get(0),
                    at);
        }
        return bare("不成立：" + text.plain(node, at), node, at);
    }

    private boolean fails(Node.Link link, Node left, Node right, At at) {
        Result result = evaluation.linked(link, left, right, at);
        return result instanceof Result.Known known && known.value() instanceof Value.Truth truth && !truth.mayHold();
    }

    private boolean holds(Node node, At at) {
        return evaluation.of(node, at) instanceof Result.Known known
                && known.value() instanceof Value.Truth truth
                && truth.holds();
    }

    private boolean denied(Node node, At at) {
        return evaluation.of(node, at) instanceof Result.Known known
                && known.value() instanceof Value.Truth truth
                && !truth.mayHold();
    }

    private Explanation explainLogic(Node.Logic logic, At at) {
        return switch (logic.junction()) {
            case AND -> explain(denied(logic.left(), at) ? logic.left() : logic.right(), at);
            case OR -> {
                Explanation left = explain(logic.left(), at);
                Explanation right = explain(logic.right(), at);
                String both = left.title() + "，且 " + right.title();
                yield retitled(right.left().single() && !left.left().single() ? right : left, both);
            }
            case IMPLIES -> following(logic.left(), explain(logic.right(), at), at);
            case IFF ->
                holds(logic.left(), at)
                        ? following(logic.left(), explain(logic.right(), at), at)
                        : following(logic.right(), explain(logic.left(), at), at);
        };
    }

    private Explanation following(Node given, Explanation then, At at) {
        return retitled(then, text.plain(given, at) + "，而 " + then.title());
    }

    /** The part holds, and should not. */
    private Explanation explainDenied(Node node, At at) {
        if (node instanceof Node.Not not) {
            return explain(not.inner(), at);
        } else if (node instanceof Node.Comparison comparison
                && comparison.links().size() == 1
                && comparison.links().get(0).tolerance() == null) {
            return explainLink(
                    comparison.links().get(0).sign().opposite(),
                    comparison.operands().get(0),
                    comparison.operands().get(1),
                    null,
                    at);
        } else if (node instanceof Node.Logic logic && logic.junction() == Node.Junction.OR) {
            return explainDenied(holds(logic.left(), at) ? logic.left() : logic.right(), at);
        } else if (node instanceof Node.Logic logic && logic.junction() == Node.Junction.AND) {
            return following(logic.left(), explainDenied(logic.right(), at), at);
        }
        return bare(text.plain(node, at), node, at);
    }

    private static Explanation retitled(Explanation told, String title) {
        return new Explanation(
                title,
                told.left(),
                told.right(),
                told.sign(),
                told.low(),
                told.high(),
                told.difference(),
                told.figures());
    }

    private Explanation bare(String title, Node node, At at) {
        Explanation.Side side = sides.side(node, null, at);
        return new Explanation(title, side, null, "", null, null, null, side.figures());
    }

    private Explanation unfilled(Node node, At at) {
        Explanation.Side told = sides.side(node, null, at);
        Explanation.Side left = new Explanation.Side(
                told.plain(), told.named(), told.named() + " 没有填", false, null, "", false, told.figures());
        Explanation.Side right = new Explanation.Side("填写", "填写", "填写", false, null, "", false, List.of());
        return new Explanation(told.plain() + " 未填", left, right, "", null, null, null, left.figures());
    }

    /** {@code a ≤ x ≤ b}: x lies between two bounds. */
    private static boolean chain(Node.Comparison comparison) {
        if (comparison.links().size() != 2) {
            return false;
        }
        Node.Link one = comparison.links().get(0);
        Node.Link other = comparison.links().get(1);
        return one.tolerance() == null
                && other.tolerance() == null
                && ((upward(one.sign()) && upward(other.sign()))
                        || (upward(one.sign().mirrored()) && upward(other.sign().mirrored())));
    }

    private static boolean upward(Node.Sign sign) {
        return sign == Node.Sign.AT_MOST || sign == Node.Sign.BELOW;
    }

    private Explanation explainChain(Node.Comparison chain, int failing, At at) {
        boolean rising = upward(chain.links().get(0).sign());
        Node low = chain.operands().get(rising ? 0 : 2);
        Node middle = chain.operands().get(1);
        Node high = chain.operands().get(rising ? 2 : 0);
        Node missed = chain.operands().get(failing == 0 ? 0 : 2);
        Node.Sign sign = chain.links().get(failing).sign();
        if (denied(new Node.Comparison(0, List.of(low, high), List.of(new Node.Link(Node.Sign.AT_MOST, null))), at)) {
            // Bounds that contradict each other leave nothing in between.
            return explainLink(
                    sign, chain.operands().get(failing), chain.operands().get(failing + 1), null, at);
        }
        Node.Sign wanted = failing == 0 ? sign.mirrored() : sign;
        Explanation.Side left = sides.side(middle, missed, at);
        Explanation.Side bound = sides.side(missed, middle, at);
        String title = left.plain() + " " + wanted.opposite().text + " " + Sides.constantShown(missed, bound);
        return explainBetween(title, middle, low, high, sides.band(low, high, middle, at), at);
    }

    private Explanation explainBetween(String title, Node inner, Node low, Node high, Explanation.Side right, At at) {
        Explanation.Side left = sides.side(inner, low, at);
        Fraction least = sides.side(low, inner, at).value() instanceof Value.Numeric numeric ? numeric.number() : null;
        Fraction most = sides.side(high, inner, at).value() instanceof Value.Numeric numeric ? numeric.number() : null;
        Fraction difference = null;
        if (left.value() instanceof Value.Numeric numeric && least != null && most != null) {
            difference = numeric.number().minus(numeric.number().compareTo(least) < 0 ? least : most);
        }
        return new Explanation(title, left, right, "in", least, most, difference, Sides.joined(left, right));
    }

    private Explanation explainLink(Node.Sign wanted, Node first, Node second, @Nullable Node tolerance, At at) {
        Node extreme = tolerance == null ? extreme(wanted, first, second, at) : null;
        if (extreme != null) {
            return explainLink(wanted, extreme, second, null, at);
        }
        Explanation change = tolerance == null ? change(wanted, first, second, at) : null;
        if (change != null) {
            return change;
        }
        if (tolerance == null && upward(wanted) && apart(first) instanceof Node.Arithmetic less) {
            return explainLink(Node.Sign.EQUAL, less.left(), less.right(), second, at);
        }
        boolean swapped = Sides.standing(second) > Sides.standing(first);
        Node.Sign sign = swapped ? wanted.mirrored() : wanted;
        Node one = swapped ? second : first;
        Node other = swapped ? first : second;
        Explanation.Side left = sides.side(one, other, at);
        Explanation.Side right = sides.side(other, one, at);
        Fraction low = null;
        Fraction high = null;
        Fraction difference = null;
        if (left.value() instanceof Value.Numeric typed && right.value() instanceof Value.Numeric wantedValue) {
            Fraction slack = tolerance == null
                    ? Fraction.ZERO
                    : evaluation.of(tolerance, at).number().orElse(Fraction.ZERO);
            difference = typed.number().minus(wantedValue.number());
            if (sign == Node.Sign.EQUAL || sign == Node.Sign.AT_LEAST || sign == Node.Sign.ABOVE) {
                low = wantedValue.number().minus(slack);
            }
            if (sign == Node.Sign.EQUAL || sign == Node.Sign.AT_MOST || sign == Node.Sign.BELOW) {
                high = wantedValue.number().plus(slack);
            }
        }
        String allowance = tolerance == null
                ? ""
                : "（允许相差 " + Sides.constantShown(tolerance, sides.side(tolerance, one, at)) + "）";
        boolean days = left.value() instanceof Value.Day;
        return new Explanation(
                left.plain() + " " + (days ? inDays(sign.opposite()) : sign.opposite().text) + " "
                        + Sides.constantShown(other, right) + allowance,
                left,
                right,
                sign.text,
                low,
                high,
                difference,
                Sides.joined(left, right));
    }

    private static String inDays(Node.Sign sign) {
        return switch (sign) {
            case BELOW -> "早于";
            case AT_MOST -> "不晚于";
            case ABOVE -> "晚于";
            case AT_LEAST -> "不早于";
            case EQUAL, DIFFERENT -> sign.text;
        };
    }

    /** Of the least (or greatest) of several figures, the one that misses the bound. */
    private @Nullable Node extreme(Node.Sign wanted, Node first, Node second, At at) {
        boolean least = wanted == Node.Sign.AT_LEAST || wanted == Node.Sign.ABOVE;
        boolean most = wanted == Node.Sign.AT_MOST || wanted == Node.Sign.BELOW;
        if (!(first instanceof Node.Call call)
                || LedgerScope.aggregated(call, evaluation.lookup().vocabulary(), at.form()) != null
                || !((least && call.function() == Node.Function.MIN)
                        || (most && call.function() == Node.Function.MAX))) {
            return null;
        }
        Node.Link link = new Node.Link(wanted, null);
        return call.arguments().stream()
                .filter(argument -> !(argument instanceof Node.RowRange) && fails(link, argument, second, at))
                .findFirst()
                .orElse(null);
    }

    /** The difference of which it is the size; null where it is none. */
    private static @Nullable Node apart(Node node) {
        return node instanceof Node.Call call
                        && call.function() == Node.Function.ABS
                        && call.arguments().get(0) instanceof Node.Arithmetic less
                        && less.sign() == '-'
                ? less
                : null;
    }

    /** {@code abs(x / y - 1) ≤ 5%}: x has changed against y by more than that. */
    private @Nullable Explanation change(Node.Sign wanted, Node first, Node second, At at) {
        if (!upward(wanted)
                || !(second instanceof Node.Number limit)
                || !(apart(first) instanceof Node.Arithmetic less)
                || !(less.right() instanceof Node.Number one)
                || !one.value().equals(Fraction.ONE)
                || !(less.left() instanceof Node.Arithmetic ratio)
                || ratio.sign() != '/') {
            return null;
        }
        Explanation.Side left = sides.side(ratio.left(), ratio.right(), at);
        Explanation.Side base = sides.side(ratio.right(), ratio.left(), at);
        if (!(left.value() instanceof Value.Numeric now) || !(base.value() instanceof Value.Numeric then)) {
            return null;
        }
        Fraction slack = then.number().abs().times(limit.value());
        Fraction low = then.number().minus(slack);
        Fraction high = then.number().plus(slack);
        String bound = FigureText.grouped(limit.value().times(Fraction.of(100))) + "%";
        boolean itself = ratio.right() instanceof Node.Shifted shifted
                && shifted.inner() instanceof Node.Figure earlier
                && ratio.left() instanceof Node.Figure figure
                && earlier.item().equals(figure.item());
        String against = itself && ratio.right() instanceof Node.Shifted shifted
                ? "比" + (shifted.byYear() ? "上年同期" : "上期")
                : "比 " + base.plain() + " ";
        String valued = base.named() + " = " + base.shown() + "，变动不超过 " + bound + "，即 " + FigureText.grouped(low) + "–"
                + base.measured(high);
        Explanation.Side right = new Explanation.Side(
                bound, base.named(), valued, false, null, base.unit(), base.share(), base.figures());
        return new Explanation(
                left.plain() + " " + against + "变动超过 " + bound,
                left,
                right,
                "in",
                low,
                high,
                now.number().minus(now.number().compareTo(low) < 0 ? low : high),
                Sides.joined(left, right));
    }
}

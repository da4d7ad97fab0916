package xiangbao.statistics.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.UsedFigure;
import xiangbao.statistics.figures.Value;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Row;

/** Tells a tree in row titles, and why it does not hold. */
final class Telling {
    private enum Mode {
        PLAIN,
        NAMED,
        VALUED
    }

    private static final int SUM = 70;
    private static final int PRODUCT = 80;
    private static final int ATOM = 100;

    /** What stands before a title only to place it in the table. */
    private static final Pattern NUMBERING = Pattern.compile(
            "^[\\s\u3000]*(其中[:：]?|补充[:：]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\\d+[.．、](?!\\d))[\\s\u3000]*");

    private final Evaluation evaluation;
    private final Measuring measuring;

    Telling(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.measuring = new Measuring(evaluation.lookup());
    }

    // why it does not hold

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
            Explanation.Side right = band(within.low(), within.high(), within.inner(), at);
            String title = plain(within.inner(), at) + " 不在 " + right.plain() + " 之间";
            return explainBetween(title, within.inner(), within.low(), within.high(), right, at);
        } else if (node instanceof Node.OneOf oneOf) {
            Explanation.Side left = side(oneOf.inner(), null, at);
            Explanation.Side right = choices(oneOf, at);
            return new Explanation(
                    left.plain() + " 不是" + right.plain(), left, right, "in", null, null, null, left.figures());
        } else if (node instanceof Node.Call call && call.function() == Node.Function.IF) {
            return explain(call.arguments().get(holds(call.arguments().get(0), at) ? 1 : 2), at);
        } else if (node instanceof Node.Call call && call.function() == Node.Function.FILLED) {
            return unfilled(call.arguments().get(0), at);
        } else if (node instanceof Node.Call call && call.function() == Node.Function.MATCHES) {
            return bare(
                    plain(call.arguments().get(0), at) + " 的写法不合要求",
                    call.arguments().get(0),
                    at);
        }
        return bare("不成立：" + plain(node, at), node, at);
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
        return retitled(then, plain(given, at) + "，而 " + then.title());
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
        return bare(plain(node, at), node, at);
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
        Explanation.Side side = side(node, null, at);
        return new Explanation(title, side, null, "", null, null, null, side.figures());
    }

    private Explanation unfilled(Node node, At at) {
        Explanation.Side told = side(node, null, at);
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
        Explanation.Side left = side(middle, missed, at);
        Explanation.Side bound = side(missed, middle, at);
        String title = left.plain() + " " + wanted.opposite().text + " " + constantShown(missed, bound);
        return explainBetween(title, middle, low, high, band(low, high, middle, at), at);
    }

    /** The two bounds: numbers from one to the other, or figures each with its name and value. */
    private Explanation.Side band(Node low, Node high, Node inner, At at) {
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
                told(low, at, Mode.VALUED, 0) + " 至 " + told(high, at, Mode.VALUED, 0),
                false,
                null,
                least.unit(),
                least.share(),
                figures);
    }

    private static Fraction number(Explanation.Side side) {
        return side.value() instanceof Value.Numeric numeric ? numeric.number() : Fraction.ZERO;
    }

    private Explanation explainBetween(String title, Node inner, Node low, Node high, Explanation.Side right, At at) {
        Explanation.Side left = side(inner, low, at);
        Fraction least = side(low, inner, at).value() instanceof Value.Numeric numeric ? numeric.number() : null;
        Fraction most = side(high, inner, at).value() instanceof Value.Numeric numeric ? numeric.number() : null;
        Fraction difference = null;
        if (left.value() instanceof Value.Numeric numeric && least != null && most != null) {
            difference = numeric.number().minus(numeric.number().compareTo(least) < 0 ? least : most);
        }
        return new Explanation(title, left, right, "in", least, most, difference, joined(left, right));
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
        boolean swapped = standing(second) > standing(first);
        Node.Sign sign = swapped ? wanted.mirrored() : wanted;
        Node one = swapped ? second : first;
        Node other = swapped ? first : second;
        Explanation.Side left = side(one, other, at);
        Explanation.Side right = side(other, one, at);
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
        String allowance = tolerance == null ? "" : "（允许相差 " + constantShown(tolerance, side(tolerance, one, at)) + "）";
        boolean days = left.value() instanceof Value.Day;
        return new Explanation(
                left.plain() + " " + (days ? inDays(sign.opposite()) : sign.opposite().text) + " "
                        + constantShown(other, right) + allowance,
                left,
                right,
                sign.text,
                low,
                high,
                difference,
                joined(left, right));
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
        Explanation.Side left = side(ratio.left(), ratio.right(), at);
        Explanation.Side base = side(ratio.right(), ratio.left(), at);
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
                joined(left, right));
    }

    /**
     * How likely a side is the figure that was typed: one figure of the form and period at hand, what is computed from such figures, one figure of another
     * form or period, another computation; a mere number never is.
     */
    private static int standing(Node node) {
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
        return !(node instanceof Node.Shifted) && Node.parts(node).stream().anyMatch(Telling::own);
    }

    private static boolean constant(Node node) {
        return node instanceof Node.Number
                || node instanceof Node.Text
                || node instanceof Node.Day
                || (node instanceof Node.Negated negated && constant(negated.inner()));
    }

    /** A mere number with the unit of what it is compared with, anything else in row titles. */
    private static String constantShown(Node node, Explanation.Side side) {
        boolean measured = node instanceof Node.Number number && !number.value().isZero();
        return measured || node instanceof Node.Negated ? side.shown() : side.plain();
    }

    private Explanation.Side choices(Node.OneOf oneOf, At at) {
        List<String> shown = new ArrayList<>();
        oneOf.choices().forEach(choice -> shown.add(plain(choice, at)));
        String list = String.join("、", shown) + (shown.size() > 1 ? "之一" : "");
        return new Explanation.Side(list, list, list, false, null, "", false, List.of());
    }

    private static List<UsedFigure> joined(Explanation.Side left, Explanation.Side right) {
        List<UsedFigure> figures = new ArrayList<>(left.figures());
        right.figures().stream().filter(figure -> !figures.contains(figure)).forEach(figures::add);
        return figures;
    }

    /** @param other what it is compared with, whose unit a mere number has; null where there is nothing */
    private Explanation.Side side(Node node, @Nullable Node other, At at) {
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
                told(node, at, Mode.PLAIN, 0),
                told(node, at, Mode.NAMED, 0),
                told(node, at, single ? Mode.NAMED : Mode.VALUED, 0),
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

    // the tree in words

    String plain(Node node, At at) {
        return told(node, at, Mode.PLAIN, 0);
    }

    private String told(Node node, At at, Mode mode, int around) {
        if (node instanceof Node.Number number) {
            return number.percent()
                    ? FigureText.grouped(number.value().times(Fraction.of(100))) + "%"
                    : FigureText.grouped(number.value());
        } else if (node instanceof Node.Text text) {
            return "“" + text.text() + "”";
        } else if (node instanceof Node.Day day) {
            return FigureText.shown(new Value.Day(day.day()));
        } else if (node instanceof Node.Truth truth) {
            return truth.holds() ? "成立" : "不成立";
        } else if (node instanceof Node.Figure figure) {
            return figure(figure, at, mode);
        } else if (node instanceof Node.Attribute attribute) {
            return "底册" + attribute.name() + valued(node, at, mode);
        } else if (node instanceof Node.PeriodBound bound) {
            return bound.end() ? "报告期末" : "报告期初";
        } else if (node instanceof Node.PeriodNumber) {
            return "期次";
        } else if (node instanceof Node.Shifted shifted) {
            return told(shifted.inner(), at.shifted(shifted.byYear()), mode, around);
        } else if (node instanceof Node.Negated negated) {
            return "\u2212" + told(negated.inner(), at, mode, ATOM);
        } else if (node instanceof Node.Not not
                && not.inner() instanceof Node.Call call
                && call.function() == Node.Function.FILLED) {
            return told(call.arguments().get(0), at, mode, 0) + " 未填";
        } else if (node instanceof Node.Not not
                && not.inner() instanceof Node.Comparison comparison
                && comparison.links().size() == 1
                && comparison.links().get(0).tolerance() == null) {
            return told(comparison.operands().get(0), at, mode, 1) + " "
                    + comparison.links().get(0).sign().opposite().text + " "
                    + told(comparison.operands().get(1), at, mode, 1);
        } else if (node instanceof Node.Not not) {
            return "并非（" + told(not.inner(), at, mode, 0) + "）";
        } else if (node instanceof Node.Arithmetic arithmetic) {
            return arithmetic(arithmetic, at, mode, around);
        } else if (node instanceof Node.Logic logic) {
            String text = told(logic.left(), at, mode, 1) + " " + logic.junction().title + " "
                    + told(logic.right(), at, mode, 1);
            return around > 0 ? "（" + text + "）" : text;
        } else if (node instanceof Node.Comparison comparison) {
            StringBuilder text = new StringBuilder(told(comparison.operands().get(0), at, mode, 1));
            for (int place = 0; place < comparison.links().size(); place++) {
                Node.Link link = comparison.links().get(place);
                text.append(' ').append(link.sign().text).append(' ');
                text.append(told(comparison.operands().get(place + 1), at, mode, 1));
                if (link.tolerance() != null) {
                    text.append(" ± ").append(told(link.tolerance(), at, mode, 1));
                }
            }
            return text.toString();
        } else if (node instanceof Node.Within within) {
            return told(within.inner(), at, mode, 1) + " 在 " + told(within.low(), at, mode, 1) + "–"
                    + told(within.high(), at, mode, 1) + " 之间";
        } else if (node instanceof Node.OneOf oneOf) {
            return told(oneOf.inner(), at, mode, 1) + " 为" + choices(oneOf, at).plain();
        } else if (node instanceof Node.RowRange range) {
            return told(range.from(), at, mode, 1) + " 至 " + told(range.to(), at, mode, 1);
        }
        return call((Node.Call) node, at, mode);
    }

    private String arithmetic(Node.Arithmetic arithmetic, At at, Mode mode, int around) {
        boolean product = arithmetic.sign() == '*' || arithmetic.sign() == '/';
        int power = product ? PRODUCT : SUM;
        String sign = switch (arithmetic.sign()) {
            case '-' -> "\u2212";
            case '*' -> "×";
            case '/' -> "÷";
            default -> "+";
        };
        String text = told(arithmetic.left(), at, mode, power) + " " + sign + " "
                + told(arithmetic.right(), at, mode, power + 1);
        return around > power ? "（" + text + "）" : text;
    }

    private String valued(Node node, At at, Mode mode) {
        if (mode != Mode.VALUED) {
            return "";
        }
        Result result = evaluation.of(node, at);
        if (result instanceof Result.Known known) {
            String unit = measuring.unit(node, at);
            return " " + FigureText.measured(known.value(), unit == null ? "" : unit);
        }
        return result.missing().isEmpty()
                ? ""
                : " " + result.missing().get(0).reason().title();
    }

    private String figure(Node.Figure figure, At at, Mode mode) {
        Target target = Target.of(figure, evaluation.lookup().vocabulary(), at.form(), at.row(), at.column());
        StringBuilder text = new StringBuilder();
        if (at.years() > 0) {
            text.append(at.years() == 1 ? "上年同期" : at.years() + "年前同期");
        }
        if (at.previous() > 0) {
            text.append(at.previous() == 1 ? "上期" : "前" + at.previous() + "期");
        }
        if (figure.form() != null && !figure.form().equals(at.form())) {
            text.append(figure.form()).append(' ');
        }
        text.append(title(target, figure.item()));
        String code = mode == Mode.PLAIN ? "" : code(target, figure.item());
        if (!code.isEmpty()) {
            boolean elsewhere = figure.form() != null && !figure.form().equals(at.form());
            text.append(" [")
                    .append(elsewhere ? figure.form() + ":" : "")
                    .append(code)
                    .append(']');
        }
        return text.append(valued(figure, at, mode)).toString();
    }

    /** As printed in the form: the row where the form has one column of figures; a derived indicator has none but its name. */
    private String code(Target target, String item) {
        if (target instanceof Target.Cell cell) {
            return code(cell.form(), cell.row(), cell.column());
        } else if (target instanceof Target.Derived derived) {
            int dot = derived.item().indexOf('.');
            return dot < 0
                    ? ""
                    : code(
                            derived.form(),
                            derived.item().substring(0, dot),
                            derived.item().substring(dot + 1));
        }
        return item;
    }

    private String code(FormCode form, String row, String column) {
        return evaluation.lookup().form(form).dataColumns().size() > 1 ? row + "." + column : row;
    }

    private String title(Target target, String item) {
        if (target instanceof Target.Cell cell) {
            return title(cell.form(), cell.row(), cell.column());
        } else if (target instanceof Target.LedgerColumn place) {
            Column column = evaluation.lookup().form(place.form()).column(place.column()).orElse(null);
            return column == null ? item : column.title();
        } else if (target instanceof Target.Derived derived && derived.item().indexOf('.') > 0) {
            int dot = derived.item().indexOf('.');
            return title(
                    derived.form(),
                    derived.item().substring(0, dot),
                    derived.item().substring(dot + 1));
        }
        return item;
    }

    private String title(FormCode code, String rowCode, String columnCode) {
        Form form = evaluation.lookup().form(code);
        Row row = form.row(rowCode).orElse(null);
        Column column = form.column(columnCode).orElse(null);
        if (row == null && column != null) {
            return "本行 " + column.title();
        }
        String title = row == null ? rowCode : stripped(row.title());
        return form.dataColumns().size() > 1 && column != null ? title + " " + column.title() : title;
    }

    static String stripped(String title) {
        String stripped = title.strip();
        while (true) {
            String shorter = NUMBERING.matcher(stripped).replaceFirst("").strip();
            if (shorter.equals(stripped) || shorter.isEmpty()) {
                return stripped;
            }
            stripped = shorter;
        }
    }

    private String call(Node.Call call, At at, Mode mode) {
        boolean overLines = LedgerScope.aggregated(call, evaluation.lookup().vocabulary(), at.form()) != null;
        Mode inner = overLines ? (mode == Mode.VALUED ? Mode.NAMED : mode) : mode;
        List<String> told = new ArrayList<>();
        call.arguments()
                .forEach(argument -> told.add(told(
                        argument,
                        at,
                        inner == Mode.VALUED && argument instanceof Node.RowRange ? Mode.NAMED : inner,
                        0)));
        String list = String.join("、", told);
        String first = told.isEmpty() ? "" : told.get(0);
        String where = call.where() == null ? "" : "（限 " + told(call.where(), at, inner, 0) + "）";
        String text = switch (call.function()) {
            case ABS -> "|" + first + "|";
            case ROUND -> first + "（四舍五入）";
            case MIN -> "最小值（" + list + "）" + where;
            case MAX -> "最大值（" + list + "）" + where;
            case SUM -> (overLines ? "台账合计（" : "合计（") + list + "）" + where;
            case COUNT -> overLines ? (told.isEmpty() ? "台账行数" : "台账个数（" + list + "）") + where : "已填个数（" + list + "）";
            case DISTINCT -> "不重复个数（" + list + "）" + where;
            case GROUPS -> first + " 中满足“" + told.get(1) + "”的个数";
            case COALESCE -> first;
            case IF -> "若 " + first + " 则 " + told.get(1) + "，否则 " + told.get(2);
            case FILLED -> first + " 已填";
            case MATCHES -> first + " 的写法合要求";
        };
        boolean computed = overLines
                || call.function() == Node.Function.MIN
                || call.function() == Node.Function.MAX
                || call.function() == Node.Function.SUM
                || call.function() == Node.Function.COUNT
                || call.function() == Node.Function.ROUND;
        return computed ? text + valued(call, at, mode) : text;
    }
}

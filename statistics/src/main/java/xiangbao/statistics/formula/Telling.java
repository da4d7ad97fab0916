package xiangbao.statistics.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.model.Column;
import xiangbao.statistics.model.Form;
import xiangbao.statistics.model.FormCode;
import xiangbao.statistics.model.Row;

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

    Telling(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    // why it does not hold

    Explanation explain(Node node, Evaluation.At at) {
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
                    return explainLink(link.sign(), left, right, link.tolerance(), at);
                }
            }
        } else if (node instanceof Node.Within within) {
            return explainWithin(within, at);
        } else if (node instanceof Node.OneOf oneOf) {
            Explanation.Side left = side(oneOf.inner(), at);
            Explanation.Side right = choices(oneOf, at);
            return new Explanation(
                    left.plain() + " 不是" + right.plain(), left, right, "in", null, null, null, left.figures());
        } else if (node instanceof Node.Call call && call.function() == Node.Function.IF) {
            return explain(call.arguments().get(holds(call.arguments().get(0), at) ? 1 : 2), at);
        } else if (node instanceof Node.Call call && call.function() == Node.Function.FILLED) {
            return bare(
                    plain(call.arguments().get(0), at) + " 未填", call.arguments().get(0), at);
        } else if (node instanceof Node.Call call && call.function() == Node.Function.MATCHES) {
            return bare(
                    plain(call.arguments().get(0), at) + " 的写法不合要求",
                    call.arguments().get(0),
                    at);
        }
        return bare("不成立：" + plain(node, at), node, at);
    }

    private boolean fails(Node.Link link, Node left, Node right, Evaluation.At at) {
        Result tolerance = link.tolerance() == null ? null : evaluation.of(link.tolerance(), at);
        Result result = evaluation.linked(
                link.sign(), left, evaluation.of(left, at), right, evaluation.of(right, at), tolerance);
        return result instanceof Result.Known known && known.value() instanceof Value.Truth truth && !truth.mayHold();
    }

    private boolean holds(Node node, Evaluation.At at) {
        return evaluation.of(node, at) instanceof Result.Known known
                && known.value() instanceof Value.Truth truth
                && truth.holds();
    }

    private boolean denied(Node node, Evaluation.At at) {
        return evaluation.of(node, at) instanceof Result.Known known
                && known.value() instanceof Value.Truth truth
                && !truth.mayHold();
    }

    private Explanation explainLogic(Node.Logic logic, Evaluation.At at) {
        return switch (logic.junction()) {
            case AND -> explain(denied(logic.left(), at) ? logic.left() : logic.right(), at);
            case OR ->
                retitled(
                        explain(logic.right(), at),
                        "“" + plain(logic.left(), at) + "”与“" + plain(logic.right(), at) + "”都不成立");
            case IMPLIES -> following(logic.left(), explain(logic.right(), at), at);
            case IFF ->
                holds(logic.left(), at)
                        ? following(logic.left(), explain(logic.right(), at), at)
                        : following(logic.right(), explain(logic.left(), at), at);
        };
    }

    private Explanation following(Node given, Explanation then, Evaluation.At at) {
        return retitled(then, plain(given, at) + "，而 " + then.title());
    }

    /** The part holds, and should not. */
    private Explanation explainDenied(Node node, Evaluation.At at) {
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

    private Explanation bare(String title, Node node, Evaluation.At at) {
        Explanation.Side side = side(node, at);
        return new Explanation(title, side, null, "", null, null, null, side.figures());
    }

    private Explanation explainLink(
            Node.Sign wanted, Node first, Node second, @Nullable Node tolerance, Evaluation.At at) {
        boolean swapped = standing(second) > standing(first);
        Node.Sign sign = swapped ? wanted.mirrored() : wanted;
        Explanation.Side left = side(swapped ? second : first, at);
        Explanation.Side right = side(swapped ? first : second, at);
        String allowance = tolerance == null ? "" : "（允许相差 " + plain(tolerance, at) + "）";
        Fraction low = null;
        Fraction high = null;
        Fraction difference = null;
        if (left.value() instanceof Value.Numeric one && right.value() instanceof Value.Numeric other) {
            Fraction slack = tolerance == null
                    ? Fraction.ZERO
                    : evaluation.of(tolerance, at).number().orElse(Fraction.ZERO);
            difference = one.number().minus(other.number());
            if (sign == Node.Sign.EQUAL || sign == Node.Sign.AT_LEAST || sign == Node.Sign.ABOVE) {
                low = other.number().minus(slack);
            }
            if (sign == Node.Sign.EQUAL || sign == Node.Sign.AT_MOST || sign == Node.Sign.BELOW) {
                high = other.number().plus(slack);
            }
        }
        return new Explanation(
                left.plain() + " " + sign.opposite().text + " " + right.plain() + allowance,
                left,
                right,
                sign.text,
                low,
                high,
                difference,
                joined(left, right));
    }

    /** How likely a side is the figure that was typed: one figure of the form and period at hand before any other one, that before a computation. */
    private static int standing(Node node) {
        if (node instanceof Node.Figure figure) {
            return figure.form() == null ? 2 : 1;
        }
        return node instanceof Node.Shifted shifted && shifted.inner() instanceof Node.Figure ? 1 : 0;
    }

    private Explanation explainWithin(Node.Within within, Evaluation.At at) {
        Explanation.Side left = side(within.inner(), at);
        Explanation.Side low = side(within.low(), at);
        Explanation.Side high = side(within.high(), at);
        String band = (low.value() == null ? low.plain() : FigureText.shown(low.value())) + "–"
                + (high.value() == null ? high.plain() : FigureText.shown(high.value()));
        Explanation.Side right = new Explanation.Side(
                low.plain() + "–" + high.plain(),
                low.named() + "–" + high.named(),
                band,
                false,
                null,
                joined(low, high));
        Fraction least = low.value() instanceof Value.Numeric numeric ? numeric.number() : null;
        Fraction most = high.value() instanceof Value.Numeric numeric ? numeric.number() : null;
        Fraction difference = null;
        if (left.value() instanceof Value.Numeric numeric && least != null && most != null) {
            difference = numeric.number().minus(numeric.number().compareTo(least) < 0 ? least : most);
        }
        return new Explanation(
                left.plain() + " 不在 " + right.plain() + " 之间",
                left,
                right,
                "in",
                least,
                most,
                difference,
                joined(left, right));
    }

    private Explanation.Side choices(Node.OneOf oneOf, Evaluation.At at) {
        List<String> shown = new ArrayList<>();
        oneOf.choices().forEach(choice -> shown.add(plain(choice, at)));
        String list = String.join("、", shown) + (shown.size() > 1 ? "之一" : "");
        return new Explanation.Side(list, list, list, false, null, List.of());
    }

    private static List<UsedFigure> joined(Explanation.Side left, Explanation.Side right) {
        List<UsedFigure> figures = new ArrayList<>(left.figures());
        right.figures().stream().filter(figure -> !figures.contains(figure)).forEach(figures::add);
        return figures;
    }

    private Explanation.Side side(Node node, Evaluation.At at) {
        evaluation.forget();
        Result result = evaluation.of(node, at);
        List<UsedFigure> figures = evaluation.used();
        boolean single = standing(node) > 0;
        return new Explanation.Side(
                told(node, at, Mode.PLAIN, 0),
                told(node, at, Mode.NAMED, 0),
                told(node, at, single ? Mode.NAMED : Mode.VALUED, 0),
                single,
                result instanceof Result.Known known ? known.value() : null,
                figures);
    }

    // the tree in words

    String plain(Node node, Evaluation.At at) {
        return told(node, at, Mode.PLAIN, 0);
    }

    private String told(Node node, Evaluation.At at, Mode mode, int around) {
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
        } else if (node instanceof Node.Shifted shifted) {
            return told(shifted.inner(), at.shifted(shifted.byYear()), mode, around);
        } else if (node instanceof Node.Negated negated) {
            return "\u2212" + told(negated.inner(), at, mode, ATOM);
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

    private String arithmetic(Node.Arithmetic arithmetic, Evaluation.At at, Mode mode, int around) {
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

    private String valued(Node node, Evaluation.At at, Mode mode) {
        if (mode != Mode.VALUED) {
            return "";
        }
        Result result = evaluation.of(node, at);
        if (result instanceof Result.Known known) {
            return " " + FigureText.shown(known.value());
        }
        return result.missing().isEmpty()
                ? ""
                : " " + result.missing().get(0).reason().title();
    }

    private String figure(Node.Figure figure, Evaluation.At at, Mode mode) {
        Target target = Target.of(figure, evaluation.vocabulary(), at.form(), at.row(), at.column());
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
        if (mode != Mode.PLAIN) {
            text.append(" [");
            if (figure.form() != null) {
                text.append(figure.form()).append(':');
            }
            text.append(figure.item()).append(']');
        }
        return text.append(valued(figure, at, mode)).toString();
    }

    private String title(Target target, String item) {
        if (target instanceof Target.Cell cell) {
            return title(cell.form(), cell.row(), cell.column());
        } else if (target instanceof Target.LedgerColumn place) {
            Column column = evaluation.form(place.form()).column(place.column()).orElse(null);
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
        Form form = evaluation.form(code);
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

    private String call(Node.Call call, Evaluation.At at, Mode mode) {
        boolean overLines = Checker.aggregated(call, evaluation.vocabulary(), at.form()) != null;
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

package xiangbao.statistics.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xiangbao.statistics.figures.Absence;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.figures.Figures;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.figures.Reading;
import xiangbao.statistics.figures.Value;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.FormulaContext;
import xiangbao.statistics.formula.LedgerScope;
import xiangbao.statistics.formula.Node;
import xiangbao.statistics.formula.Target;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;

/** Tells a tree in row titles. */
public final class FormulaText {
    private enum Mode {
        PLAIN,
        NAMED,
        VALUED
    }

    private static final int SUM = 70;
    private static final int PRODUCT = 80;
    private static final int ATOM = 100;

    private static final Figures NOTHING = new Figures() {
        @Override
        public Reading cell(FormCode form, ReferencePeriod period, String row, String column) {
            return Reading.absent(Absence.NOT_SUBMITTED);
        }

        @Override
        public Optional<List<Line>> lines(FormCode form, ReferencePeriod period) {
            return Optional.empty();
        }

        @Override
        public Optional<BigDecimal> attribute(String name) {
            return Optional.empty();
        }
    };

    private final Evaluation evaluation;
    private final Measuring measuring;
    private final FigureNames names;

    FormulaText(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.measuring = new Measuring(evaluation.lookup());
        this.names = new FigureNames(evaluation.lookup());
    }

    /** A formula in row titles instead of codes: {@code 应统计户 = 农村总户数 − 长期无人居住}. */
    public static String inTitles(Formula formula, FormulaContext context) {
        At anywhere = At.start(
                context.form(),
                new ReferencePeriod(2000, Frequency.YEAR, 1),
                context.rowAtHand() ? "?" : "",
                context.columnAtHand() ? "?" : "",
                null);
        return new FormulaText(new Evaluation(context.vocabulary(), NOTHING, false)).plain(formula.root(), anywhere);
    }

    String plain(Node node, At at) {
        return told(node, at, Mode.PLAIN, 0);
    }

    /** With the codes of figures. */
    String named(Node node, At at) {
        return told(node, at, Mode.NAMED, 0);
    }

    /** With the codes of figures, and with what they and what is computed come to. */
    String valued(Node node, At at) {
        return told(node, at, Mode.VALUED, 0);
    }

    /** What something may be, one of several. */
    String choices(Node.OneOf oneOf, At at) {
        List<String> shown = new ArrayList<>();
        oneOf.choices().forEach(choice -> shown.add(plain(choice, at)));
        return String.join("、", shown) + (shown.size() > 1 ? "之一" : "");
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
            return "底册" + attribute.name() + value(node, at, mode);
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
            return told(oneOf.inner(), at, mode, 1) + " 为" + choices(oneOf, at);
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

    private String value(Node node, At at, Mode mode) {
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
        text.append(names.title(target, figure.item()));
        String code = mode == Mode.PLAIN ? "" : names.code(target, figure.item());
        if (!code.isEmpty()) {
            boolean elsewhere = figure.form() != null && !figure.form().equals(at.form());
            text.append(" [")
                    .append(elsewhere ? figure.form() + ":" : "")
                    .append(code)
                    .append(']');
        }
        return text.append(value(figure, at, mode)).toString();
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
        return computed ? text + value(call, at, mode) : text;
    }
}

package xiangbao.statistics.formula;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.FormCode;

/** Finds what is wrong with a tree where it stands: names that do not exist, kinds that do not fit, ledger columns without a line. */
final class Checker {
    private enum Type {
        NUMBER("数"),
        TRUTH("条件"),
        TEXT("文本"),
        DAY("日期"),
        /** Wrong already, and said so. */
        UNKNOWN("");

        final String title;

        Type(String title) {
            this.title = title;
        }
    }

    private final FormulaContext context;
    private final List<FormulaMistake> mistakes = new ArrayList<>();
    private boolean aggregating;
    private boolean grouping;

    private Checker(FormulaContext context) {
        this.context = context;
    }

    static List<FormulaMistake> check(Node root, FormulaContext context) {
        Checker checker = new Checker(context);
        Type type = checker.type(root);
        Type wanted = context.truth() ? Type.TRUTH : Type.NUMBER;
        if (type != Type.UNKNOWN && type != wanted) {
            checker.mistake(
                    root,
                    context.truth()
                            ? "公式要写出必须成立的关系（如 [04] = [02] - [03]），这里得到的是" + type.title
                            : "公式要得出一个数，这里得到的是" + type.title,
                    "");
        }
        return List.copyOf(checker.mistakes);
    }

    private void mistake(Node at, String message, String suggestion) {
        mistakes.add(new FormulaMistake(at.position(), message, suggestion));
    }

    private void expect(Node node, Type wanted) {
        Type type = type(node);
        if (type != Type.UNKNOWN && type != wanted) {
            mistake(node, "这里要" + wanted.title + "，却是" + type.title, "");
        }
    }

    private Type type(Node node) {
        if (node instanceof Node.Number || node instanceof Node.PeriodNumber) {
            return Type.NUMBER;
        } else if (node instanceof Node.Text) {
            return Type.TEXT;
        } else if (node instanceof Node.Day || node instanceof Node.PeriodBound) {
            return Type.DAY;
        } else if (node instanceof Node.Truth) {
            return Type.TRUTH;
        } else if (node instanceof Node.Figure figure) {
            return figure(figure);
        } else if (node instanceof Node.Attribute attribute) {
            if (!context.vocabulary().attributes().contains(attribute.name())) {
                mistake(
                        node,
                        "units.csv 没有底册指标“" + Lexer.shortened(attribute.name()) + "”",
                        Nearest.to(attribute.name(), context.vocabulary().attributes()));
            }
            return Type.NUMBER;
        } else if (node instanceof Node.Shifted shifted) {
            return type(shifted.inner());
        } else if (node instanceof Node.Negated negated) {
            expect(negated.inner(), Type.NUMBER);
            return Type.NUMBER;
        } else if (node instanceof Node.Not not) {
            expect(not.inner(), Type.TRUTH);
            return Type.TRUTH;
        } else if (node instanceof Node.Arithmetic arithmetic) {
            expect(arithmetic.left(), Type.NUMBER);
            expect(arithmetic.right(), Type.NUMBER);
            return Type.NUMBER;
        } else if (node instanceof Node.Logic logic) {
            expect(logic.left(), Type.TRUTH);
            expect(logic.right(), Type.TRUTH);
            return Type.TRUTH;
        } else if (node instanceof Node.Comparison comparison) {
            comparison(comparison);
            return Type.TRUTH;
        } else if (node instanceof Node.Within within) {
            Type type = ordered(within.inner());
            sameAs(type, within.low());
            sameAs(type, within.high());
            return Type.TRUTH;
        } else if (node instanceof Node.OneOf oneOf) {
            Type type = type(oneOf.inner());
            oneOf.choices().forEach(choice -> sameAs(type, choice));
            return Type.TRUTH;
        } else if (node instanceof Node.Call call) {
            return call(call);
        }
        mistake(node, "行的范围只能用在 sum、count、min、max 里", "");
        return Type.UNKNOWN;
    }

    private Type ordered(Node node) {
        Type type = type(node);
        if (type == Type.TEXT || type == Type.TRUTH) {
            mistake(node, type.title + "不能比大小", "");
            return Type.UNKNOWN;
        }
        return type;
    }

    private void sameAs(Type wanted, Node node) {
        Type type = type(node);
        if (wanted != Type.UNKNOWN && type != Type.UNKNOWN && type != wanted) {
            mistake(node, wanted.title + "不能与" + type.title + "比较", "");
        }
    }

    private void comparison(Node.Comparison comparison) {
        Type before = type(comparison.operands().get(0));
        for (int place = 0; place < comparison.links().size(); place++) {
            Node.Link link = comparison.links().get(place);
            Node operand = comparison.operands().get(place + 1);
            Type type = type(operand);
            if (before != Type.UNKNOWN && type != Type.UNKNOWN && before != type) {
                mistake(operand, before.title + "不能与" + type.title + "比较", "");
            }
            boolean ordering = link.sign() != Node.Sign.EQUAL && link.sign() != Node.Sign.DIFFERENT;
            if (ordering && (type == Type.TEXT || type == Type.TRUTH)) {
                mistake(operand, type.title + "只能用 = 和 ≠ 比较", "");
            }
            if (link.tolerance() != null) {
                expect(link.tolerance(), Type.NUMBER);
                if (type != Type.NUMBER && type != Type.UNKNOWN) {
                    mistake(link.tolerance(), "只有数的比较可以带允许误差", "");
                }
            }
            before = type;
        }
    }

    private Type figure(Node.Figure figure) {
        Target target = target(figure);
        if (target instanceof Target.Nothing nothing) {
            mistake(figure, nothing.message(), nothing.suggestion());
            return Type.UNKNOWN;
        }
        if (!(target instanceof Target.LedgerColumn place)) {
            return Type.NUMBER;
        }
        boolean ownLine = context.lineAtHand() && place.form().equals(context.form());
        if (!aggregating && !ownLine) {
            mistake(figure, "台账" + place.form() + "的栏要写在 sum、count、distinct 等汇总函数里", "sum([" + figure.item() + "])");
        }
        Vocabulary.Index index = context.vocabulary().index(place.form());
        Column column = index == null ? null : index.columns().get(place.column());
        return typeOf(column == null ? ColumnKind.NUMBER : column.kind());
    }

    private static Type typeOf(ColumnKind kind) {
        return switch (kind) {
            case NUMBER -> Type.NUMBER;
            case DAY -> Type.DAY;
            default -> Type.TEXT;
        };
    }

    private Target target(Node.Figure figure) {
        return Target.of(
                figure,
                context.vocabulary(),
                context.form(),
                context.rowAtHand() ? "?" : "",
                context.columnAtHand() ? "?" : "");
    }

    private Type call(Node.Call call) {
        FormCode ledger = aggregated(call, context.vocabulary(), context.form());
        if (ledger != null) {
            return aggregate(call, ledger);
        }
        List<Node> arguments = call.arguments();
        switch (call.function()) {
            case ABS, ROUND, MIN, MAX, SUM -> {
                for (Node argument : arguments) {
                    if (argument instanceof Node.RowRange range) {
                        range(range);
                    } else {
                        expect(argument, Type.NUMBER);
                    }
                }
                if (call.where() != null) {
                    mistake(call, "where 只能用在台账的汇总里，这里没有台账的栏", "");
                }
                return Type.NUMBER;
            }
            case COUNT -> {
                if (call.lines() || call.where() != null) {
                    mistake(call, "count(lines) 和 where 只能用在台账的汇总里", "");
                    return Type.NUMBER;
                }
                for (Node argument : arguments) {
                    if (argument instanceof Node.RowRange range) {
                        range(range);
                    } else {
                        type(argument);
                    }
                }
                return Type.NUMBER;
            }
            case DISTINCT, GROUPS -> {
                mistake(call, (call.function() == Node.Function.DISTINCT ? "distinct" : "groups") + " 只能用在台账的栏上", "");
                return Type.NUMBER;
            }
            case COALESCE -> {
                Type type = type(arguments.get(0));
                for (Node argument : arguments.subList(1, arguments.size())) {
                    sameAs(type, argument);
                }
                return type;
            }
            case IF -> {
                expect(arguments.get(0), Type.TRUTH);
                Type type = type(arguments.get(1));
                sameAs(type, arguments.get(2));
                return type;
            }
            case FILLED -> {
                type(arguments.get(0));
                return Type.TRUTH;
            }
            default -> {
                expect(arguments.get(0), Type.TEXT);
                return Type.TRUTH;
            }
        }
    }

    private void range(Node.RowRange range) {
        Target from = target(range.from());
        Target to = target(range.to());
        if (from instanceof Target.Nothing nothing) {
            mistake(range.from(), nothing.message(), nothing.suggestion());
        } else if (to instanceof Target.Nothing nothing) {
            mistake(range.to(), nothing.message(), nothing.suggestion());
        } else if (!(from instanceof Target.Cell first)
                || !(to instanceof Target.Cell last)
                || !first.form().equals(last.form())
                || !first.column().equals(last.column())) {
            mistake(range, "行的范围要从同一张表、同一列的一行到另一行", "");
        } else {
            Vocabulary.Index index = context.vocabulary().index(first.form());
            if (index != null
                    && index.rowOrder().indexOf(first.row()) > index.rowOrder().indexOf(last.row())) {
                mistake(range, "行的范围颠倒了：按表中次序，" + first.row() + " 在 " + last.row() + " 之后", "");
            }
        }
    }

    private Type aggregate(Node.Call call, FormCode ledger) {
        if (aggregating && !grouping) {
            mistake(call, "汇总函数里不能再有汇总函数", "");
            return Type.NUMBER;
        }
        boolean outerAggregating = aggregating;
        boolean outerGrouping = grouping;
        aggregating = true;
        grouping = false;
        for (FormCode form : ledgersIn(call, context.vocabulary(), context.form())) {
            if (!form.equals(ledger)) {
                mistake(call, "一个汇总函数只能对一个台账，这里有 " + ledger + " 和 " + form, "");
            }
        }
        if (call.function() == Node.Function.GROUPS) {
            type(call.arguments().get(0));
            grouping = true;
            expect(call.arguments().get(1), Type.TRUTH);
        } else {
            for (Node argument : call.arguments()) {
                if (call.function() == Node.Function.COUNT || call.function() == Node.Function.DISTINCT) {
                    type(argument);
                } else {
                    expect(argument, Type.NUMBER);
                }
            }
            if (call.where() != null) {
                expect(call.where(), Type.TRUTH);
            }
        }
        aggregating = outerAggregating;
        grouping = outerGrouping;
        return Type.NUMBER;
    }

    /** The ledger over whose lines a call runs; null when it is an ordinary function. */
    static @Nullable FormCode aggregated(Node.Call call, Vocabulary vocabulary, @Nullable FormCode home) {
        if (!call.function().aggregates()) {
            return null;
        }
        boolean certain = call.lines()
                || call.where() != null
                || call.function() == Node.Function.DISTINCT
                || call.function() == Node.Function.GROUPS;
        if (!certain && call.arguments().size() != 1) {
            return null;
        }
        Set<FormCode> ledgers = ledgersIn(call, vocabulary, home);
        if (!ledgers.isEmpty()) {
            return ledgers.iterator().next();
        }
        Vocabulary.Index own = home == null ? null : vocabulary.index(home);
        return certain && own != null && own.isLedger() ? home : null;
    }

    private static Set<FormCode> ledgersIn(Node node, Vocabulary vocabulary, @Nullable FormCode home) {
        Set<FormCode> ledgers = new LinkedHashSet<>();
        collectLedgers(node, vocabulary, home, ledgers);
        return ledgers;
    }

    private static void collectLedgers(
            Node node, Vocabulary vocabulary, @Nullable FormCode home, Set<FormCode> ledgers) {
        if (node instanceof Node.Figure figure
                && Target.of(figure, vocabulary, home, "?", "?") instanceof Target.LedgerColumn place) {
            ledgers.add(place.form());
        }
        for (Node part : Node.parts(node)) {
            collectLedgers(part, vocabulary, home, ledgers);
        }
    }

    /** Whether a tree names a column of the form's own ledger outside an aggregate, and so is about one line. */
    static boolean needsLine(Node node, Vocabulary vocabulary, FormCode home) {
        if (node instanceof Node.Figure figure) {
            return Target.of(figure, vocabulary, home, "?", "?") instanceof Target.LedgerColumn place
                    && place.form().equals(home);
        }
        if (node instanceof Node.Call call && aggregated(call, vocabulary, home) != null) {
            return false;
        }
        for (Node part : Node.parts(node)) {
            if (needsLine(part, vocabulary, home)) {
                return true;
            }
        }
        return false;
    }
}

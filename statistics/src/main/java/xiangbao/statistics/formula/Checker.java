package xiangbao.statistics.formula;

import java.util.ArrayList;
import java.util.List;
import xiangbao.statistics.forms.FormCode;

/** Finds what is wrong with a tree where it stands: kinds that do not fit, aggregates within each other; what it names is looked up by {@link NameCheck}. */
public final class Checker {
    private final FormulaContext context;
    private final List<FormulaMistake> mistakes = new ArrayList<>();
    private final NameCheck names;
    private boolean aggregating;
    private boolean grouping;

    private Checker(FormulaContext context) {
        this.context = context;
        this.names = new NameCheck(context, mistakes);
    }

    /** What is wrong with a formula where it stands; empty when it may be evaluated there. */
    public static List<FormulaMistake> check(Formula formula, FormulaContext context) {
        Node root = formula.root();
        Checker checker = new Checker(context);
        FormulaType type = checker.type(root);
        FormulaType wanted = context.truth() ? FormulaType.TRUTH : FormulaType.NUMBER;
        if (type != FormulaType.UNKNOWN && type != wanted) {
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

    private void expect(Node node, FormulaType wanted) {
        FormulaType type = type(node);
        if (type != FormulaType.UNKNOWN && type != wanted) {
            mistake(node, "这里要" + wanted.title + "，却是" + type.title, "");
        }
    }

    private FormulaType type(Node node) {
        if (node instanceof Node.Number || node instanceof Node.PeriodNumber) {
            return FormulaType.NUMBER;
        } else if (node instanceof Node.Text) {
            return FormulaType.TEXT;
        } else if (node instanceof Node.Day || node instanceof Node.PeriodBound) {
            return FormulaType.DAY;
        } else if (node instanceof Node.Truth) {
            return FormulaType.TRUTH;
        } else if (node instanceof Node.Figure figure) {
            return names.figure(figure, aggregating);
        } else if (node instanceof Node.Attribute attribute) {
            names.attribute(attribute);
            return FormulaType.NUMBER;
        } else if (node instanceof Node.Shifted shifted) {
            return type(shifted.inner());
        } else if (node instanceof Node.Negated negated) {
            expect(negated.inner(), FormulaType.NUMBER);
            return FormulaType.NUMBER;
        } else if (node instanceof Node.Not not) {
            expect(not.inner(), FormulaType.TRUTH);
            return FormulaType.TRUTH;
        } else if (node instanceof Node.Arithmetic arithmetic) {
            expect(arithmetic.left(), FormulaType.NUMBER);
            expect(arithmetic.right(), FormulaType.NUMBER);
            return FormulaType.NUMBER;
        } else if (node instanceof Node.Logic logic) {
            expect(logic.left(), FormulaType.TRUTH);
            expect(logic.right(), FormulaType.TRUTH);
            return FormulaType.TRUTH;
        } else if (node instanceof Node.Comparison comparison) {
            comparison(comparison);
            return FormulaType.TRUTH;
        } else if (node instanceof Node.Within within) {
            FormulaType type = ordered(within.inner());
            sameAs(type, within.low());
            sameAs(type, within.high());
            return FormulaType.TRUTH;
        } else if (node instanceof Node.OneOf oneOf) {
            FormulaType type = type(oneOf.inner());
            oneOf.choices().forEach(choice -> sameAs(type, choice));
            return FormulaType.TRUTH;
        } else if (node instanceof Node.Call call) {
            return call(call);
        }
        mistake(node, "行的范围只能用在 sum、count、min、max 里", "");
        return FormulaType.UNKNOWN;
    }

    private FormulaType ordered(Node node) {
        FormulaType type = type(node);
        if (type == FormulaType.TEXT || type == FormulaType.TRUTH) {
            mistake(node, type.title + "不能比大小", "");
            return FormulaType.UNKNOWN;
        }
        return type;
    }

    private void sameAs(FormulaType wanted, Node node) {
        FormulaType type = type(node);
        if (wanted != FormulaType.UNKNOWN && type != FormulaType.UNKNOWN && type != wanted) {
            mistake(node, wanted.title + "不能与" + type.title + "比较", "");
        }
    }

    private void comparison(Node.Comparison comparison) {
        FormulaType before = type(comparison.operands().get(0));
        for (int place = 0; place < comparison.links().size(); place++) {
            Node.Link link = comparison.links().get(place);
            Node operand = comparison.operands().get(place + 1);
            FormulaType type = type(operand);
            if (before != FormulaType.UNKNOWN && type != FormulaType.UNKNOWN && before != type) {
                mistake(operand, before.title + "不能与" + type.title + "比较", "");
            }
            boolean ordering = link.sign() != Node.Sign.EQUAL && link.sign() != Node.Sign.DIFFERENT;
            if (ordering && (type == FormulaType.TEXT || type == FormulaType.TRUTH)) {
                mistake(operand, type.title + "只能用 = 和 ≠ 比较", "");
            }
            if (link.tolerance() != null) {
                expect(link.tolerance(), FormulaType.NUMBER);
                if (type != FormulaType.NUMBER && type != FormulaType.UNKNOWN) {
                    mistake(link.tolerance(), "只有数的比较可以带允许误差", "");
                }
            }
            before = type;
        }
    }

    private FormulaType call(Node.Call call) {
        FormCode ledger = LedgerScope.aggregated(call, context.vocabulary(), context.form());
        if (ledger != null) {
            return aggregate(call, ledger);
        }
        List<Node> arguments = call.arguments();
        switch (call.function()) {
            case ABS, ROUND, MIN, MAX, SUM -> {
                for (Node argument : arguments) {
                    if (argument instanceof Node.RowRange range) {
                        names.range(range);
                    } else {
                        expect(argument, FormulaType.NUMBER);
                    }
                }
                if (call.where() != null) {
                    mistake(call, "where 只能用在台账的汇总里，这里没有台账的栏", "");
                }
                return FormulaType.NUMBER;
            }
            case COUNT -> {
                if (call.lines() || call.where() != null) {
                    mistake(call, "count(lines) 和 where 只能用在台账的汇总里", "");
                    return FormulaType.NUMBER;
                }
                for (Node argument : arguments) {
                    if (argument instanceof Node.RowRange range) {
                        names.range(range);
                    } else {
                        type(argument);
                    }
                }
                return FormulaType.NUMBER;
            }
            case DISTINCT, GROUPS -> {
                mistake(call, (call.function() == Node.Function.DISTINCT ? "distinct" : "groups") + " 只能用在台账的栏上", "");
                return FormulaType.NUMBER;
            }
            case COALESCE -> {
                FormulaType type = type(arguments.get(0));
                for (Node argument : arguments.subList(1, arguments.size())) {
                    sameAs(type, argument);
                }
                return type;
            }
            case IF -> {
                expect(arguments.get(0), FormulaType.TRUTH);
                FormulaType type = type(arguments.get(1));
                sameAs(type, arguments.get(2));
                return type;
            }
            case FILLED -> {
                type(arguments.get(0));
                return FormulaType.TRUTH;
            }
            default -> {
                expect(arguments.get(0), FormulaType.TEXT);
                return FormulaType.TRUTH;
            }
        }
    }

    private FormulaType aggregate(Node.Call call, FormCode ledger) {
        if (aggregating && !grouping) {
            mistake(call, "汇总函数里不能再有汇总函数", "");
            return FormulaType.NUMBER;
        }
        boolean outerAggregating = aggregating;
        boolean outerGrouping = grouping;
        aggregating = true;
        grouping = false;
        for (FormCode form : LedgerScope.ledgersIn(call, context.vocabulary(), context.form())) {
            if (!form.equals(ledger)) {
                mistake(call, "一个汇总函数只能对一个台账，这里有 " + ledger + " 和 " + form, "");
            }
        }
        if (call.function() == Node.Function.GROUPS) {
            type(call.arguments().get(0));
            grouping = true;
            expect(call.arguments().get(1), FormulaType.TRUTH);
        } else {
            for (Node argument : call.arguments()) {
                if (call.function() == Node.Function.COUNT || call.function() == Node.Function.DISTINCT) {
                    type(argument);
                } else {
                    expect(argument, FormulaType.NUMBER);
                }
            }
            if (call.where() != null) {
                expect(call.where(), FormulaType.TRUTH);
            }
        }
        aggregating = outerAggregating;
        grouping = outerGrouping;
        return FormulaType.NUMBER;
    }
}

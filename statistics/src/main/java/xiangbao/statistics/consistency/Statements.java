package xiangbao.statistics.consistency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.Node;
import xiangbao.statistics.formula.Target;
import xiangbao.statistics.formula.Vocabulary;

/** Reads the tree of a formula as conditions on quantities. */
final class Statements {
    private final Vocabulary vocabulary;
    private final Set<String> notNegative = new LinkedHashSet<>();

    /** A form of another frequency is about another day, on which the register may say something else. */
    private final String frequency;

    private Statements(Vocabulary vocabulary, FormCode home) {
        this.vocabulary = vocabulary;
        Vocabulary.Index index = vocabulary.index(home);
        this.frequency = index == null ? "" : index.form().frequency().name();
    }

    /** Where a part of the formula stands: the form, row and column at hand, and how far it is moved into the past. */
    private record Place(@Nullable FormCode form, String row, String column, int periods, int years) {
        Place moved(boolean byYear) {
            return new Place(form, row, column, periods + (byYear ? 0 : 1), years + (byYear ? 1 : 0));
        }

        Place in(FormCode other, String otherRow, String otherColumn) {
            return new Place(other, otherRow, otherColumn, periods, years);
        }

        String when() {
            return (periods == 0 ? "" : "@-" + periods) + (years == 0 ? "" : "@y-" + years);
        }
    }

    /** Where something is decided and true, and where it is decided and false. */
    private record Cases(Condition holds, Condition fails) {
        Cases turned() {
            return new Cases(fails, holds);
        }
    }

    /** A fraction of two sums; the lower one is above zero wherever the whole is decided. */
    private record Ratio(Sum upper, Sum lower) {
        static Ratio of(Sum sum) {
            return new Ratio(sum, Sum.ONE);
        }
    }

    /** {@code Σ coefficient × quantity + constant}. */
    private record Sum(Map<String, Fraction> coefficients, Fraction constant) {
        static final Sum ONE = of(Fraction.ONE);

        static Sum of(Fraction constant) {
            return new Sum(Map.of(), constant);
        }

        static Sum of(String quantity) {
            return new Sum(Map.of(quantity, Fraction.ONE), Fraction.ZERO);
        }

        boolean isConstant() {
            return coefficients.isEmpty();
        }

        Sum plus(Sum other, Fraction times) {
            Map<String, Fraction> together = new LinkedHashMap<>(coefficients);
            other.coefficients.forEach(
                    (name, coefficient) -> together.merge(name, coefficient.times(times), Fraction::plus));
            together.values().removeIf(Fraction::isZero);
            return new Sum(together, constant.plus(other.constant.times(times)));
        }

        Sum times(Fraction factor) {
            return Sum.of(Fraction.ZERO).plus(this, factor);
        }
    }

    /** What a formula states where it stands, as far as that is linear, for proofs about relations. It must be right there. */
    static Statement of(Formula formula, Vocabulary vocabulary, FormCode home, String row, String column) {
        Node root = formula.root();
        Statements reading = new Statements(vocabulary, home);
        Place place = new Place(home, row, column, 0, 0);
        Cases cases = reading.cases(root, place);
        return new Statement(cases.fails(), reading.means(root, place, cases), reading.notNegative);
    }

    private Condition means(Node node, Place place, Cases cases) {
        if (node instanceof Node.Logic logic
                && (logic.junction() == Node.Junction.IMPLIES || logic.junction() == Node.Junction.IFF)) {
            Cases right = cases(logic.right(), place);
            return Condition.all(cases(logic.left(), place).holds(), means(logic.right(), place, right));
        }
        return cases.holds();
    }

    private Cases cases(Node node, Place place) {
        if (node instanceof Node.Truth truth) {
            return truth.holds()
                    ? new Cases(Condition.ALWAYS, Condition.NEVER)
                    : new Cases(Condition.NEVER, Condition.ALWAYS);
        } else if (node instanceof Node.Not not) {
            return cases(not.inner(), place).turned();
        } else if (node instanceof Node.Shifted shifted) {
            return cases(shifted.inner(), place.moved(shifted.byYear()));
        } else if (node instanceof Node.Logic logic) {
            return logic(logic, place);
        } else if (node instanceof Node.Comparison comparison) {
            List<Cases> links = new ArrayList<>();
            for (int link = 0; link < comparison.links().size(); link++) {
                links.add(link(
                        comparison.operands().get(link),
                        comparison.links().get(link),
                        comparison.operands().get(link + 1),
                        node,
                        place));
            }
            return together(links);
        } else if (node instanceof Node.Within within) {
            return together(List.of(
                    compared(within.low(), Node.Sign.AT_MOST, within.inner(), place),
                    compared(within.inner(), Node.Sign.AT_MOST, within.high(), place)));
        }
        return fact(node, place);
    }

    private static Cases together(List<Cases> parts) {
        return new Cases(
                Condition.all(parts.stream().map(Cases::holds).toArray(Condition[]::new)),
                new Condition.Any(parts.stream().map(Cases::fails).toList()));
    }

    private Cases logic(Node.Logic logic, Place place) {
        Cases left = cases(logic.left(), place);
        Cases right = cases(logic.right(), place);
        return switch (logic.junction()) {
            case AND -> together(List.of(left, right));
            case OR -> together(List.of(left.turned(), right.turned())).turned();
            case IMPLIES -> together(List.of(left, right.turned())).turned();
            case IFF ->
                new Cases(
                        new Condition.Any(List.of(
                                Condition.all(left.holds(), right.holds()),
                                Condition.all(left.fails(), right.fails()))),
                        new Condition.Any(List.of(
                                Condition.all(left.holds(), right.fails()),
                                Condition.all(left.fails(), right.holds()))));
        };
    }

    private Cases fact(Node node, Place place) {
        String text = name(node, place);
        return new Cases(new Condition.Fact(text, true), new Condition.Fact(text, false));
    }

    private Cases link(Node left, Node.Link link, Node right, Node whole, Place place) {
        Node tolerance = link.tolerance();
        if (tolerance == null) {
            return compared(left, link.sign(), right, place);
        }
        Node below = new Node.Arithmetic(0, '-', right, tolerance);
        Node above = new Node.Arithmetic(0, '+', right, tolerance);
        return switch (link.sign()) {
            case EQUAL ->
                together(List.of(
                        compared(below, Node.Sign.AT_MOST, left, place),
                        compared(left, Node.Sign.AT_MOST, above, place)));
            case BELOW, AT_MOST -> compared(left, link.sign(), above, place);
            case ABOVE, AT_LEAST -> compared(left, link.sign(), below, place);
            case DIFFERENT -> fact(whole, place);
        };
    }

    private Cases compared(Node left, Node.Sign sign, Node right, Place place) {
        if (isText(left, place) || isText(right, place)) {
            return fact(new Node.Comparison(0, List.of(left, right), List.of(new Node.Link(sign, null))), place);
        }
        return switch (sign) {
            case EQUAL -> together(List.of(atMost(left, right, place), atMost(right, left, place)));
            case DIFFERENT ->
                together(List.of(atMost(left, right, place), atMost(right, left, place)))
                        .turned();
            case AT_MOST -> atMost(left, right, place);
            case AT_LEAST -> atMost(right, left, place);
            case BELOW -> atMost(right, left, place).turned();
            case ABOVE -> atMost(left, right, place).turned();
        };
    }

    /** The smallest and the largest of several, and what is apart from zero, are as many comparisons. */
    private Cases atMost(Node left, Node right, Place place) {
        if (left instanceof Node.Call call && call.function() == Node.Function.ABS) {
            Node inner = call.arguments().get(0);
            return together(List.of(atMost(inner, right, place), atMost(new Node.Negated(0, inner), right, place)));
        } else if (right instanceof Node.Call call && call.function() == Node.Function.ABS) {
            Node inner = call.arguments().get(0);
            return anyOf(List.of(atMost(left, inner, place), atMost(left, new Node.Negated(0, inner), place)));
        }
        List<Node> several = several(left, place);
        if (!several.isEmpty()) {
            List<Cases> each =
                    several.stream().map(one -> atMost(one, right, place)).toList();
            return function(left) == Node.Function.MAX ? together(each) : anyOf(each);
        }
        several = several(right, place);
        if (!several.isEmpty()) {
            List<Cases> each =
                    several.stream().map(one -> atMost(left, one, place)).toList();
            return function(right) == Node.Function.MIN ? together(each) : anyOf(each);
        }
        return linear(ratio(left, place), ratio(right, place));
    }

    private static Cases anyOf(List<Cases> parts) {
        return together(parts.stream().map(Cases::turned).toList()).turned();
    }

    private static Node.@Nullable Function function(Node node) {
        return node instanceof Node.Call call ? call.function() : null;
    }

    /** What {@code min} or {@code max} choose from; empty where the node is neither, or chooses among a ledger's lines. */
    private List<Node> several(Node node, Place place) {
        if (!(node instanceof Node.Call call)
                || (call.function() != Node.Function.MIN && call.function() != Node.Function.MAX)
                || call.where() != null) {
            return List.of();
        }
        List<Node> several = new ArrayList<>();
        for (Node argument : call.arguments()) {
            if (argument instanceof Node.RowRange range) {
                Target.cells(range, vocabulary, place.form(), place.row(), place.column())
                        .forEach(
                                cell -> several.add(new Node.Figure(0, cell.form(), cell.row() + "." + cell.column())));
            } else if (argument instanceof Node.Figure figure && target(figure, place) instanceof Target.LedgerColumn) {
                return List.of();
            } else {
                several.add(argument);
            }
        }
        return several;
    }

    private Cases linear(Ratio left, Ratio right) {
        Condition decided = Condition.all(aboveZero(left.lower()), aboveZero(right.lower()));
        Sum difference = product(left.upper(), right.lower()).plus(product(right.upper(), left.lower()), MINUS);
        return new Cases(
                Condition.all(decided, stands(difference, false)),
                Condition.all(decided, stands(difference.times(MINUS), true)));
    }

    private static final Fraction MINUS = Fraction.of(-1);

    private Condition aboveZero(Sum sum) {
        return stands(sum.times(MINUS), true);
    }

    private static Condition stands(Sum sum, boolean strict) {
        if (sum.isConstant()) {
            int side = sum.constant().signum();
            return side < 0 || (side == 0 && !strict) ? Condition.ALWAYS : Condition.NEVER;
        }
        return new Condition.Linear(sum.coefficients(), sum.constant(), strict);
    }

    /** A product of two sums is a quantity of its own where neither is a mere number. */
    private Sum product(Sum one, Sum other) {
        if (one.isConstant()) {
            return other.times(one.constant());
        } else if (other.isConstant()) {
            return one.times(other.constant());
        }
        String first = text(one);
        String second = text(other);
        String name = first.compareTo(second) <= 0 ? first + "×" + second : second + "×" + first;
        if (isNotNegative(one) && isNotNegative(other)) {
            notNegative.add(name);
        }
        return Sum.of(name);
    }

    private static String text(Sum sum) {
        StringBuilder text = new StringBuilder("(");
        sum.coefficients().keySet().stream()
                .sorted()
                .forEach(name -> text.append(sum.coefficients().get(name))
                        .append('*')
                        .append(name)
                        .append('+'));
        return text.append(sum.constant()).append(')').toString();
    }

    private boolean isNotNegative(Sum sum) {
        return sum.constant().signum() >= 0
                && sum.coefficients().entrySet().stream()
                        .allMatch(entry -> entry.getValue().signum() >= 0 && notNegative.contains(entry.getKey()));
    }

    private Ratio ratio(Node node, Place place) {
        if (node instanceof Node.Number number) {
            return Ratio.of(Sum.of(number.value()));
        } else if (node instanceof Node.Negated negated) {
            Ratio inner = ratio(negated.inner(), place);
            return new Ratio(inner.upper().times(MINUS), inner.lower());
        } else if (node instanceof Node.Shifted shifted) {
            return ratio(shifted.inner(), place.moved(shifted.byYear()));
        } else if (node instanceof Node.Arithmetic arithmetic) {
            return arithmetic(arithmetic, place);
        } else if (node instanceof Node.Attribute attribute) {
            return Ratio.of(quantity("unit(" + attribute.name() + ")" + frequency, true));
        } else if (node instanceof Node.Figure figure) {
            return figure(figure, place);
        } else if (node instanceof Node.Call call && call.function() == Node.Function.SUM && call.where() == null) {
            return sum(call, place);
        }
        return opaque(node, place);
    }

    private Ratio sum(Node.Call call, Place place) {
        Sum sum = Sum.of(Fraction.ZERO);
        for (Node argument : call.arguments()) {
            if (argument instanceof Node.RowRange range) {
                for (Target.Cell cell : Target.cells(range, vocabulary, place.form(), place.row(), place.column())) {
                    sum = sum.plus(cell(cell, place), Fraction.ONE);
                }
                continue;
            }
            Ratio one = argument instanceof Node.Figure figure && target(figure, place) instanceof Target.LedgerColumn
                    ? opaque(call, place)
                    : ratio(argument, place);
            if (!one.lower().equals(Sum.ONE)) {
                return opaque(call, place);
            }
            sum = sum.plus(one.upper(), Fraction.ONE);
        }
        return Ratio.of(sum);
    }

    private Ratio arithmetic(Node.Arithmetic node, Place place) {
        Ratio left = ratio(node.left(), place);
        Ratio right = ratio(node.right(), place);
        return switch (node.sign()) {
            case '*' -> new Ratio(product(left.upper(), right.upper()), product(left.lower(), right.lower()));
            case '/' -> over(left, right, node, place);
            default -> {
                Fraction sign = node.sign() == '-' ? MINUS : Fraction.ONE;
                yield left.lower().equals(right.lower())
                        ? new Ratio(left.upper().plus(right.upper(), sign), left.lower())
                        : new Ratio(
                                product(left.upper(), right.lower()).plus(product(right.upper(), left.lower()), sign),
                                product(left.lower(), right.lower()));
            }
        };
    }

    /** A divisor of which nobody knows the sign makes the whole a quantity of its own. */
    private Ratio over(Ratio left, Ratio right, Node node, Place place) {
        Sum upper = right.upper();
        if (upper.isConstant() && upper.constant().signum() < 0) {
            return new Ratio(
                    product(left.upper().times(MINUS), right.lower()), product(left.lower(), upper.times(MINUS)));
        }
        if (upper.isConstant() && upper.constant().isZero() || !isNotNegative(upper)) {
            return opaque(node, place);
        }
        return new Ratio(product(left.upper(), right.lower()), product(left.lower(), upper));
    }

    private Ratio figure(Node.Figure figure, Place place) {
        Target target = target(figure, place);
        if (target instanceof Target.Cell cell) {
            return Ratio.of(cell(cell, place));
        } else if (target instanceof Target.Derived derived) {
            int dot = derived.item().indexOf('.');
            return ratio(
                    derived.formula().root(),
                    dot < 0
                            ? place.in(derived.form(), "", "")
                            : place.in(
                                    derived.form(),
                                    derived.item().substring(0, dot),
                                    derived.item().substring(dot + 1)));
        } else if (target instanceof Target.LedgerColumn column) {
            return Ratio.of(quantity(column.form() + ":" + column.column() + place.when(), false));
        }
        return opaque(figure, place);
    }

    private Sum cell(Target.Cell cell, Place place) {
        boolean negative =
                Objects.requireNonNull(vocabulary.index(cell.form())).rows().containsKey(cell.row())
                        && Objects.requireNonNull(Objects.requireNonNull(vocabulary.index(cell.form()))
                                        .rows()
                                        .get(cell.row()))
                                .negative();
        return quantity(cell.form() + ":" + cell.row() + "." + cell.column() + place.when(), !negative);
    }

    private Sum quantity(String name, boolean neverNegative) {
        if (neverNegative) {
            notNegative.add(name);
        }
        return Sum.of(name);
    }

    /** What is not linear is a quantity that is known by its text alone; a count is never negative. */
    private Ratio opaque(Node node, Place place) {
        Node.Function function = function(node);
        boolean counts = function == Node.Function.COUNT
                || function == Node.Function.DISTINCT
                || function == Node.Function.GROUPS
                || function == Node.Function.ABS;
        return Ratio.of(quantity(name(node, place), counts));
    }

    private Target target(Node.Figure figure, Place place) {
        return Target.of(figure, vocabulary, place.form(), place.row(), place.column());
    }

    private boolean isText(Node node, Place place) {
        if (node instanceof Node.Text) {
            return true;
        }
        Node inner = node instanceof Node.Shifted shifted ? shifted.inner() : node;
        if (!(inner instanceof Node.Figure figure) || !(target(figure, place) instanceof Target.LedgerColumn at)) {
            return false;
        }
        Column column =
                Objects.requireNonNull(vocabulary.index(at.form())).columns().get(at.column());
        return column != null && column.kind() != ColumnKind.NUMBER && column.kind() != ColumnKind.DAY;
    }

    /** The same for the same thing at the same place, whatever the place in the text. */
    private String name(Node node, Place place) {
        if (node instanceof Node.Figure figure) {
            Target target = target(figure, place);
            String at = target instanceof Target.Cell cell
                    ? cell.form() + ":" + cell.row() + "." + cell.column()
                    : target instanceof Target.LedgerColumn column
                            ? column.form() + ":" + column.column()
                            : target instanceof Target.Derived derived
                                    ? derived.form() + ":" + derived.item()
                                    : place.form() + ":" + figure.item();
            return at + place.when();
        } else if (node instanceof Node.Shifted shifted) {
            return name(shifted.inner(), place.moved(shifted.byYear()));
        }
        StringBuilder text = new StringBuilder(own(node, place)).append('(');
        Node.parts(node).forEach(part -> text.append(name(part, place)).append(';'));
        return text.append(')').toString();
    }

    /** What tells a node from another with the same parts. */
    private static String own(Node node, Place place) {
        if (node instanceof Node.Number number) {
            return number.value().toString();
        } else if (node instanceof Node.Text text) {
            return "“" + text.text() + "”";
        } else if (node instanceof Node.Day day) {
            return day.day().toString();
        } else if (node instanceof Node.Attribute attribute) {
            return "unit " + attribute.name();
        } else if (node instanceof Node.PeriodBound bound) {
            return (bound.end() ? "period.end" : "period.start") + place.when();
        } else if (node instanceof Node.PeriodNumber) {
            return "period.number" + place.when();
        } else if (node instanceof Node.Arithmetic arithmetic) {
            return Character.toString(arithmetic.sign());
        } else if (node instanceof Node.Logic logic) {
            return logic.junction().title;
        } else if (node instanceof Node.Comparison comparison) {
            return comparison.links().stream()
                    .map(link -> link.sign().text)
                    .toList()
                    .toString();
        } else if (node instanceof Node.Call call) {
            boolean ledger = place.form() != null && call.arguments().isEmpty();
            return call.function()
                    + (call.where() == null ? "" : " where")
                    + (call.lines() ? " lines" : "")
                    + (ledger ? " of " + place.form() : "")
                    + place.when();
        }
        return node.getClass().getSimpleName();
    }
}

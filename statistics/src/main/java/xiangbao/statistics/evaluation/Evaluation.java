package xiangbao.statistics.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xiangbao.statistics.figures.Absence;
import xiangbao.statistics.figures.Figures;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.figures.Missing;
import xiangbao.statistics.figures.Reading;
import xiangbao.statistics.figures.UsedFigure;
import xiangbao.statistics.figures.Value;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.formula.LedgerScope;
import xiangbao.statistics.formula.Node;
import xiangbao.statistics.formula.Target;
import xiangbao.statistics.formula.Vocabulary;
import xiangbao.statistics.periods.ReferencePeriod;

/** One evaluation of one formula, with its bounds and with what it looked up on the way. */
final class Evaluation {
    private static final int MOST_STEPS = 20_000_000;
    private static final int MOST_BITS = 20_000;
    private static final int MOST_MISSING = 20;
    private static final int DEEPEST_DERIVATION = 32;
    private final Vocabulary vocabulary;
    private final FigureLookup lookup;
    private final ResultComparison comparing;
    private final boolean overUnits;
    private int steps;

    Evaluation(Vocabulary vocabulary, Figures figures, boolean overUnits) {
        this(new FigureLookup(vocabulary, figures), overUnits, new ResultComparison(null));
    }

    private Evaluation(FigureLookup lookup, boolean overUnits, ResultComparison comparing) {
        this.vocabulary = lookup.vocabulary();
        this.lookup = lookup;
        this.overUnits = overUnits;
        this.comparing = comparing;
    }

    /** One that does not remember what it looks up, and notes how far each comparison is from turning. */
    static Evaluation noting(Vocabulary vocabulary, Figures figures, boolean overUnits, List<Fraction> edges) {
        FigureLookup lookup = new FigureLookup(vocabulary, figures);
        lookup.noteNothing();
        return new Evaluation(lookup, overUnits, new ResultComparison(edges));
    }

    FigureLookup lookup() {
        return lookup;
    }

    Result of(Node node, At at) {
        if (++steps > MOST_STEPS) {
            return Results.undecided(Absence.TOO_COSTLY, "公式");
        }
        if (node instanceof Node.Number number) {
            return Results.known(number.value());
        } else if (node instanceof Node.Figure figure) {
            return figure(figure, at);
        } else if (node instanceof Node.Arithmetic arithmetic) {
            return arithmetic(arithmetic, at);
        } else if (node instanceof Node.Comparison comparison) {
            return comparison(comparison, at);
        } else if (node instanceof Node.Logic logic) {
            return logic(logic, at);
        } else if (node instanceof Node.Call call) {
            return call(call, at);
        } else if (node instanceof Node.Shifted shifted) {
            return of(shifted.inner(), at.shifted(shifted.byYear()));
        } else if (node instanceof Node.Within within) {
            Result inner = of(within.inner(), at);
            Result low = of(within.low(), at);
            Result high = of(within.high(), at);
            return Results.both(
                    comparing.compared(Node.Sign.AT_LEAST, inner, low, null),
                    comparing.compared(Node.Sign.AT_MOST, inner, high, null));
        } else if (node instanceof Node.OneOf oneOf) {
            Result inner = of(oneOf.inner(), at);
            Result any = Results.FALSE;
            for (Node choice : oneOf.choices()) {
                any = Results.either(any, comparing.compared(Node.Sign.EQUAL, inner, of(choice, at), null));
            }
            return any;
        } else if (node instanceof Node.Not not) {
            return Results.inverted(of(not.inner(), at));
        } else if (node instanceof Node.Negated negated) {
            Result inner = of(negated.inner(), at);
            return inner.numeric().isPresent()
                    ? Results.known(inner.numeric().get().negated())
                    : inner;
        } else if (node instanceof Node.Text text) {
            return new Result.Known(new Value.Text(text.text()));
        } else if (node instanceof Node.Day day) {
            return new Result.Known(new Value.Day(day.day()));
        } else if (node instanceof Node.Truth truth) {
            return Results.truth(truth.holds());
        } else if (node instanceof Node.PeriodBound bound) {
            ReferencePeriod period = at.shift(at.period());
            return new Result.Known(new Value.Day(bound.end() ? period.lastDay() : period.firstDay()));
        } else if (node instanceof Node.PeriodNumber) {
            return Results.known(Fraction.of(at.shift(at.period()).ordinal()));
        } else if (node instanceof Node.Attribute attribute) {
            return lookup.attribute(attribute.name());
        }
        throw new IllegalStateException("a row range outside a function passed the check");
    }

    private Result bounded(Value.Numeric number) {
        return number.size() > MOST_BITS ? Results.undecided(Absence.TOO_COSTLY, "数") : Results.known(number);
    }

    // figures

    private Result figure(Node.Figure figure, At at) {
        Target target = Target.of(figure, vocabulary, at.form(), at.row(), at.column());
        if (target instanceof Target.Cell cell) {
            return lookup.cell(cell, at);
        } else if (target instanceof Target.LedgerColumn place) {
            return lookup.ledgerColumn(place, at);
        } else if (target instanceof Target.Derived derived) {
            return derived(derived, at);
        }
        // A row of a relation over rows may lack the column that others have.
        return new Result.Undecided(List.of(new Missing(
                figure.form() == null ? at.form() : figure.form(),
                at.period(),
                at.row() + figure.item(),
                "",
                Absence.NOT_APPLICABLE)));
    }

    private Result derived(Target.Derived derived, At at) {
        if (at.derivation() >= DEEPEST_DERIVATION) {
            return Results.undecided(Absence.TOO_COSTLY, derived.form() + ":" + derived.item());
        }
        ReferencePeriod period = lookup.periodOf(derived.form(), at);
        int dot = derived.item().indexOf('.');
        String row = dot < 0 ? "" : derived.item().substring(0, dot);
        String column = dot < 0 ? "" : derived.item().substring(dot + 1);
        Result result = of(
                derived.formula().root(),
                new At(
                        derived.form(),
                        period,
                        row,
                        column,
                        0,
                        0,
                        null,
                        null,
                        period,
                        null,
                        List.of(),
                        at.derivation() + 1));
        if (result instanceof Result.Known known) {
            lookup.note(new UsedFigure(derived.form(), period, derived.item(), "", new Reading.Known(known.value())));
        }
        return result;
    }

    // arithmetic and logic

    private Result arithmetic(Node.Arithmetic arithmetic, At at) {
        Result left = of(arithmetic.left(), at);
        Result right = of(arithmetic.right(), at);
        Optional<Value.Numeric> first = left.numeric();
        Optional<Value.Numeric> second = right.numeric();
        if (first.isEmpty() || second.isEmpty()) {
            return Results.undecided(left, right);
        }
        return switch (arithmetic.sign()) {
            case '+' -> bounded(first.get().plus(second.get()));
            case '-' -> bounded(first.get().minus(second.get()));
            case '*' -> bounded(first.get().times(second.get()));
            default ->
                second.get().mayBeZero()
                        ? Results.undecided(Absence.DIVISION_BY_ZERO, "除数")
                        : bounded(first.get().over(second.get()));
        };
    }

    private Result comparison(Node.Comparison comparison, At at) {
        Result all = Results.TRUE;
        Result left = of(comparison.operands().get(0), at);
        for (int place = 0; place < comparison.links().size(); place++) {
            Node.Link link = comparison.links().get(place);
            Result right = of(comparison.operands().get(place + 1), at);
            Result tolerance = link.tolerance() == null ? null : of(link.tolerance(), at);
            Node leftNode = comparison.operands().get(place);
            Node rightNode = comparison.operands().get(place + 1);
            all = Results.both(all, comparing.linked(link.sign(), leftNode, left, rightNode, right, tolerance));
            left = right;
        }
        return all;
    }

    /** Whether one link of a comparison holds. */
    Result linked(Node.Link link, Node left, Node right, At at) {
        Result tolerance = link.tolerance() == null ? null : of(link.tolerance(), at);
        return comparing.linked(link.sign(), left, of(left, at), right, of(right, at), tolerance);
    }

    private Result logic(Node.Logic logic, At at) {
        Result left = of(logic.left(), at);
        return switch (logic.junction()) {
            case AND -> Results.isCertain(left, false) ? Results.FALSE : Results.both(left, of(logic.right(), at));
            case OR -> Results.isCertain(left, true) ? Results.TRUE : Results.either(left, of(logic.right(), at));
            case IMPLIES ->
                Results.isCertain(left, false)
                        ? Results.TRUE
                        : Results.either(Results.inverted(left), of(logic.right(), at));
            case IFF -> {
                Result right = of(logic.right(), at);
                Optional<Value.Truth> one = Results.truthOf(left);
                Optional<Value.Truth> other = Results.truthOf(right);
                yield one.isPresent() && other.isPresent()
                        ? Results.truth(
                                one.get().holds() == other.get().holds(),
                                one.get().certain() && other.get().certain())
                        : Results.undecided(left, right);
            }
        };
    }

    // functions

    private Result call(Node.Call call, At at) {
        FormCode ledger = LedgerScope.aggregated(call, vocabulary, at.form());
        if (ledger != null) {
            return aggregate(call, ledger, at);
        }
        List<Node> arguments = call.arguments();
        return switch (call.function()) {
            case ABS -> {
                Result inner = of(arguments.get(0), at);
                yield inner.numeric().isPresent()
                        ? Results.known(inner.numeric().get().abs())
                        : inner;
            }
            case ROUND -> {
                Result inner = of(arguments.get(0), at);
                Integer decimals = Node.decimals(arguments.get(1));
                yield inner.numeric().isPresent() && decimals != null
                        ? Results.known(inner.numeric().get().roundedTo(decimals))
                        : inner;
            }
            case MIN, MAX, SUM -> folded(call.function(), values(arguments, at));
            case COUNT -> count(values(arguments, at));
            case COALESCE -> coalesce(arguments, at);
            case IF -> {
                Result condition = of(arguments.get(0), at);
                yield condition instanceof Result.Known
                        ? of(arguments.get(Results.isTrue(condition) ? 1 : 2), at)
                        : condition;
            }
            case FILLED -> {
                Result inner = of(arguments.get(0), at);
                yield Results.isUnreadable(inner) ? inner : Results.truth(Results.isFilled(inner));
            }
            case MATCHES -> matches(arguments, at);
            case DISTINCT, GROUPS -> throw new IllegalStateException("an aggregate without a ledger passed the check");
        };
    }

    private Result count(List<Result> values) {
        return values.stream()
                .filter(Results::isUnreadable)
                .findFirst()
                .orElseGet(() -> Results.known(
                        Fraction.of(values.stream().filter(Results::isFilled).count())));
    }

    private List<Result> values(List<Node> arguments, At at) {
        List<Result> values = new ArrayList<>();
        for (Node argument : arguments) {
            if (argument instanceof Node.RowRange range) {
                Target.cells(range, vocabulary, at.form(), at.row(), at.column())
                        .forEach(cell -> values.add(lookup.cell(cell, at)));
            } else {
                values.add(of(argument, at));
            }
        }
        return values;
    }

    private Result folded(Node.Function function, List<Result> values) {
        Value.Numeric folded = function == Node.Function.SUM ? new Value.Numeric(Fraction.ZERO) : null;
        Set<Missing> missing = new LinkedHashSet<>();
        for (Result value : values) {
            Optional<Value.Numeric> number = value.numeric();
            if (number.isEmpty()) {
                if (missing.size() < MOST_MISSING) {
                    missing.addAll(value.missing());
                }
            } else if (folded == null) {
                folded = number.get();
            } else {
                folded = switch (function) {
                    case MIN -> folded.smaller(number.get());
                    case MAX -> folded.larger(number.get());
                    default -> folded.plus(number.get());
                };
            }
        }
        if (!missing.isEmpty()) {
            return new Result.Undecided(List.copyOf(missing));
        }
        return folded == null ? Results.undecided(Absence.MISSING, "台账的行") : bounded(folded);
    }

    /** A constant stands in for a blank, never for what has not come, is not comparable or not readable: not knowing is not zero. */
    private Result coalesce(List<Node> alternatives, At at) {
        List<Result> passed = new ArrayList<>();
        for (Node alternative : alternatives) {
            Result value = of(alternative, at);
            if (value instanceof Result.Known) {
                boolean constant = alternative instanceof Node.Number || alternative instanceof Node.Text;
                boolean unknown = passed.stream()
                        .flatMap(result -> result.missing().stream())
                        .anyMatch(missing -> missing.reason() == Absence.NOT_SUBMITTED
                                || missing.reason() == Absence.NOT_COMPARABLE
                                || missing.reason() == Absence.UNREADABLE
                                || missing.reason() == Absence.UNIT_DOUBTFUL);
                if (!constant || !unknown) {
                    return value;
                }
            }
            passed.add(value);
        }
        return Results.undecided(passed.toArray(Result[]::new));
    }

    private Result matches(List<Node> arguments, At at) {
        Result inner = of(arguments.get(0), at);
        if (!(inner instanceof Result.Known known)
                || !(known.value() instanceof Value.Text text)
                || !(arguments.get(1) instanceof Node.Text pattern)) {
            return inner;
        }
        return TextPattern.matches(pattern.text(), text.text())
                .map(Results::truth)
                .orElseGet(() -> Results.undecided(Absence.TOO_COSTLY, "文本"));
    }

    // aggregates over lines

    private Result aggregate(Node.Call call, FormCode ledger, At at) {
        ReferencePeriod period = lookup.periodOf(ledger, at);
        List<Line> lines;
        if (ledger.equals(at.groupForm())) {
            lines = at.group();
        } else {
            Optional<List<Line>> submitted = lookup.lines(ledger, period);
            if (submitted.isEmpty()) {
                return lookup.noLines(ledger, period);
            }
            lines = submitted.get();
        }
        return lookup.unnoted(() -> call.function() == Node.Function.GROUPS
                ? groups(call, ledger, period, lines, at)
                : overLines(call, ledger, period, lines, at));
    }

    private Result overLines(Node.Call call, FormCode ledger, ReferencePeriod period, List<Line> lines, At at) {
        boolean counting = call.function() == Node.Function.COUNT;
        List<Result> values = new ArrayList<>();
        Set<Missing> missing = new LinkedHashSet<>();
        for (Line line : lines) {
            At there = at.onLine(line, ledger, period);
            Result condition = call.where() == null ? Results.TRUE : of(call.where(), there);
            if (Results.isFalse(condition)) {
                continue;
            }
            Result value = call.arguments().isEmpty()
                    ? Results.TRUE
                    : of(call.arguments().get(0), there);
            boolean nothingToCount = counting && !Results.isFilled(value) && !Results.isUnreadable(value);
            if (nothingToCount) {
                continue;
            }
            Result lacking = condition instanceof Result.Undecided || counting ? condition : value;
            if (lacking instanceof Result.Undecided undecided) {
                if (!overUnits && missing.size() < MOST_MISSING) {
                    missing.addAll(undecided.missing());
                }
            } else {
                values.add(value);
            }
        }
        if (!missing.isEmpty()) {
            return new Result.Undecided(List.copyOf(missing));
        }
        return switch (call.function()) {
            case COUNT -> Results.known(Fraction.of(values.size()));
            case DISTINCT -> Results.known(Fraction.of(new HashSet<>(values).size()));
            default -> folded(call.function(), values);
        };
    }

    private Result groups(Node.Call call, FormCode ledger, ReferencePeriod period, List<Line> lines, At at) {
        Map<Value, List<Line>> groups = new LinkedHashMap<>();
        Set<Missing> missing = new LinkedHashSet<>();
        for (Line line : lines) {
            Result key = of(call.arguments().get(0), at.onLine(line, ledger, period));
            if (key instanceof Result.Known known) {
                groups.computeIfAbsent(known.value(), value -> new ArrayList<>())
                        .add(line);
            } else if (!overUnits && missing.size() < MOST_MISSING) {
                missing.addAll(key.missing());
            }
        }
        long count = 0;
        for (List<Line> group : groups.values()) {
            Result holds = of(call.arguments().get(1), at.onGroup(ledger, group));
            if (Results.isTrue(holds)) {
                count++;
            } else if (holds instanceof Result.Undecided && !overUnits && missing.size() < MOST_MISSING) {
                missing.addAll(holds.missing());
            }
        }
        return missing.isEmpty() ? Results.known(Fraction.of(count)) : new Result.Undecided(List.copyOf(missing));
    }
}

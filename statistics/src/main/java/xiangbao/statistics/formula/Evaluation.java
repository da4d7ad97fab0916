package xiangbao.statistics.formula;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Absence;
import xiangbao.statistics.figures.Figures;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.figures.Missing;
import xiangbao.statistics.figures.Reading;
import xiangbao.statistics.figures.UsedFigure;
import xiangbao.statistics.figures.Value;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** One evaluation of one formula, with its bounds and with what it looked up on the way. */
final class Evaluation {
    private static final int MOST_STEPS = 20_000_000;
    private static final int MOST_BITS = 20_000;
    private static final int MOST_MISSING = 20;
    private static final int DEEPEST_DERIVATION = 32;
    private static final int LONGEST_MATCHED = 1_000;
    private static final int MOST_LOOKS = 200_000;
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private static final Result TRUE = new Result.Known(new Value.Truth(true));
    private static final Result FALSE = new Result.Known(new Value.Truth(false));

    private final Vocabulary vocabulary;
    private final Figures figures;
    private final boolean overUnits;
    private final Set<UsedFigure> used = new LinkedHashSet<>();
    private final @Nullable List<Fraction> edges;
    private int steps;
    private int iterating;

    Evaluation(Vocabulary vocabulary, Figures figures, boolean overUnits) {
        this(vocabulary, figures, overUnits, null);
    }

    private Evaluation(Vocabulary vocabulary, Figures figures, boolean overUnits, @Nullable List<Fraction> edges) {
        this.vocabulary = vocabulary;
        this.figures = figures;
        this.overUnits = overUnits;
        this.edges = edges;
    }

    /** One that does not remember what it looks up, and notes how far each comparison is from turning. */
    static Evaluation noting(Vocabulary vocabulary, Figures figures, boolean overUnits, List<Fraction> edges) {
        Evaluation evaluation = new Evaluation(vocabulary, figures, overUnits, edges);
        evaluation.iterating = 1;
        return evaluation;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    List<UsedFigure> used() {
        return List.copyOf(used);
    }

    /** Forgets what was looked up, so that what one part looks up can be told apart. */
    void forget() {
        used.clear();
    }

    Result of(Node node, At at) {
        if (++steps > MOST_STEPS) {
            return undecided(Absence.TOO_COSTLY, "公式");
        }
        if (node instanceof Node.Number number) {
            return known(number.value());
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
            return both(compared(Node.Sign.AT_LEAST, inner, low, null), compared(Node.Sign.AT_MOST, inner, high, null));
        } else if (node instanceof Node.OneOf oneOf) {
            Result inner = of(oneOf.inner(), at);
            Result any = FALSE;
            for (Node choice : oneOf.choices()) {
                any = either(any, compared(Node.Sign.EQUAL, inner, of(choice, at), null));
            }
            return any;
        } else if (node instanceof Node.Not not) {
            return inverted(of(not.inner(), at));
        } else if (node instanceof Node.Negated negated) {
            Result inner = of(negated.inner(), at);
            return inner.numeric().isPresent() ? known(inner.numeric().get().negated()) : inner;
        } else if (node instanceof Node.Text text) {
            return new Result.Known(new Value.Text(text.text()));
        } else if (node instanceof Node.Day day) {
            return new Result.Known(new Value.Day(day.day()));
        } else if (node instanceof Node.Truth truth) {
            return truth(truth.holds());
        } else if (node instanceof Node.PeriodBound bound) {
            ReferencePeriod period = at.shift(at.period());
            return new Result.Known(new Value.Day(bound.end() ? period.lastDay() : period.firstDay()));
        } else if (node instanceof Node.PeriodNumber) {
            return known(Fraction.of(at.shift(at.period()).ordinal()));
        } else if (node instanceof Node.Attribute attribute) {
            return figures.attribute(attribute.name())
                    .map(value -> known(Fraction.of(value)))
                    .orElseGet(() -> undecided(Absence.NOT_REGISTERED, attribute.name()));
        }
        throw new IllegalStateException("a row range outside a function passed the check");
    }

    static Result known(Fraction number) {
        return new Result.Known(new Value.Numeric(number));
    }

    private static Result known(Value.Numeric number) {
        return new Result.Known(number);
    }

    private static Result truth(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    private static Result truth(boolean holds, boolean certain) {
        return certain ? truth(holds) : new Result.Known(new Value.Truth(holds, false));
    }

    private static Result undecided(Absence reason, String item) {
        return new Result.Undecided(List.of(new Missing(null, null, item, "", reason)));
    }

    private static Result undecided(Result... parts) {
        Set<Missing> missing = new LinkedHashSet<>();
        for (Result part : parts) {
            missing.addAll(part.missing());
        }
        return new Result.Undecided(List.copyOf(missing));
    }

    private Result bounded(Value.Numeric number) {
        return number.size() > MOST_BITS ? undecided(Absence.TOO_COSTLY, "数") : known(number);
    }

    private static Optional<Value.Truth> truthOf(Result result) {
        return result instanceof Result.Known known && known.value() instanceof Value.Truth truth
                ? Optional.of(truth)
                : Optional.empty();
    }

    /** Whether it holds as reported. */
    private static boolean isTrue(Result result) {
        return truthOf(result).filter(Value.Truth::holds).isPresent();
    }

    /** Whether it fails as reported. */
    private static boolean isFalse(Result result) {
        return truthOf(result).filter(truth -> !truth.holds()).isPresent();
    }

    private static boolean isCertain(Result result, boolean holds) {
        return truthOf(result)
                .filter(truth -> truth.certain() && truth.holds() == holds)
                .isPresent();
    }

    // figures

    private Result figure(Node.Figure figure, At at) {
        Target target = Target.of(figure, vocabulary, at.form(), at.row(), at.column());
        if (target instanceof Target.Cell cell) {
            return cell(cell, at);
        } else if (target instanceof Target.LedgerColumn place) {
            return ledgerColumn(place, at);
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

    ReferencePeriod periodOf(FormCode form, At at) {
        Vocabulary.Index index = vocabulary.index(form);
        return at.shift(
                index == null
                        ? at.period()
                        : at.period().latestEnded(index.form().frequency()));
    }

    private Result cell(Target.Cell cell, At at) {
        ReferencePeriod period = periodOf(cell.form(), at);
        Reading reading = figures.cell(cell.form(), period, cell.row(), cell.column());
        return looked(cell.form(), period, cell.row() + "." + cell.column(), "", reading);
    }

    private Result looked(FormCode form, ReferencePeriod period, String item, String line, Reading reading) {
        if (iterating == 0) {
            used.add(new UsedFigure(form, period, item, line, reading));
        }
        if (reading instanceof Reading.Known known) {
            return new Result.Known(known.value());
        }
        return new Result.Undecided(
                List.of(new Missing(form, period, item, line, ((Reading.Unknown) reading).reason())));
    }

    private Result ledgerColumn(Target.LedgerColumn place, At at) {
        Line line = at.line();
        if (line == null || !place.form().equals(at.lineForm())) {
            throw new IllegalStateException("a ledger column without a line passed the check");
        }
        ReferencePeriod period = at.shift(at.linePeriod());
        if (!period.equals(at.linePeriod())) {
            if (figures.lines(place.form(), period).isEmpty()) {
                return looked(
                        place.form(),
                        period,
                        place.column(),
                        line.key(),
                        Reading.absent(figures.noLines(place.form(), period)));
            }
            Optional<Line> earlier = figures.line(place.form(), period, line.key());
            if (earlier.isEmpty()) {
                return looked(place.form(), period, place.column(), line.key(), Reading.absent(Absence.NO_SUCH_LINE));
            }
            line = earlier.get();
        }
        return looked(place.form(), period, place.column(), line.key(), line.cell(place.column()));
    }

    private Result derived(Target.Derived derived, At at) {
        if (at.derivation() >= DEEPEST_DERIVATION) {
            return undecided(Absence.TOO_COSTLY, derived.form() + ":" + derived.item());
        }
        ReferencePeriod period = periodOf(derived.form(), at);
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
        if (iterating == 0 && result instanceof Result.Known known) {
            used.add(new UsedFigure(derived.form(), period, derived.item(), "", new Reading.Known(known.value())));
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
            return undecided(left, right);
        }
        return switch (arithmetic.sign()) {
            case '+' -> bounded(first.get().plus(second.get()));
            case '-' -> bounded(first.get().minus(second.get()));
            case '*' -> bounded(first.get().times(second.get()));
            default ->
                second.get().mayBeZero()
                        ? undecided(Absence.DIVISION_BY_ZERO, "除数")
                        : bounded(first.get().over(second.get()));
        };
    }

    private Result comparison(Node.Comparison comparison, At at) {
        Result all = TRUE;
        Result left = of(comparison.operands().get(0), at);
        for (int place = 0; place < comparison.links().size(); place++) {
            Node.Link link = comparison.links().get(place);
            Result right = of(comparison.operands().get(place + 1), at);
            Result tolerance = link.tolerance() == null ? null : of(link.tolerance(), at);
            Node leftNode = comparison.operands().get(place);
            Node rightNode = comparison.operands().get(place + 1);
            all = both(all, linked(link.sign(), leftNode, left, rightNode, right, tolerance));
            left = right;
        }
        return all;
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
        return result.numeric().map(number -> known(number.asReported())).orElse(result);
    }

    Result compared(Node.Sign sign, Result left, Result right, @Nullable Result tolerance) {
        if (!(left instanceof Result.Known first) || !(right instanceof Result.Known second)) {
            return tolerance == null ? undecided(left, right) : undecided(left, right, tolerance);
        }
        if (tolerance != null && tolerance.number().isEmpty()) {
            return undecided(tolerance);
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
            return truth(
                    switch (sign) {
                        case EQUAL -> order == 0;
                        case DIFFERENT -> order != 0;
                        case BELOW -> order < 0;
                        case AT_MOST -> order <= 0;
                        case ABOVE -> order > 0;
                        case AT_LEAST -> order >= 0;
                    });
        }
        return truth(first.value().equals(second.value()) == (sign == Node.Sign.EQUAL));
    }

    /** A difference against what it may be: certain where all that the figures may stand for agree. */
    private static Result compared(Node.Sign sign, Value.Numeric difference, Value.Numeric allowed) {
        boolean holds = holds(sign, difference.number(), allowed.number());
        if (difference.isExact() && allowed.isExact()) {
            return truth(holds);
        }
        return switch (sign) {
            // no end of the difference tells whether it may be nothing
            case EQUAL -> equal(holds, difference, allowed);
            case DIFFERENT -> inverted(equal(!holds, difference, allowed));
            default ->
                truth(
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
        return truth(holds, !may || must);
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

    private Result logic(Node.Logic logic, At at) {
        Result left = of(logic.left(), at);
        return switch (logic.junction()) {
            case AND -> isCertain(left, false) ? FALSE : both(left, of(logic.right(), at));
            case OR -> isCertain(left, true) ? TRUE : either(left, of(logic.right(), at));
            case IMPLIES -> isCertain(left, false) ? TRUE : either(inverted(left), of(logic.right(), at));
            case IFF -> {
                Result right = of(logic.right(), at);
                Optional<Value.Truth> one = truthOf(left);
                Optional<Value.Truth> other = truthOf(right);
                yield one.isPresent() && other.isPresent()
                        ? truth(
                                one.get().holds() == other.get().holds(),
                                one.get().certain() && other.get().certain())
                        : undecided(left, right);
            }
        };
    }

    private static Result both(Result left, Result right) {
        if (isCertain(left, false) || isCertain(right, false)) {
            return FALSE;
        }
        Optional<Value.Truth> one = truthOf(left);
        Optional<Value.Truth> other = truthOf(right);
        if (one.isEmpty() || other.isEmpty()) {
            return undecided(left, right);
        }
        return truth(
                one.get().holds() && other.get().holds(),
                one.get().certain() && other.get().certain());
    }

    private static Result either(Result left, Result right) {
        return inverted(both(inverted(left), inverted(right)));
    }

    /** Whether something stands there; in what unit of measurement is another question. */
    private static boolean isFilled(Result result) {
        return result instanceof Result.Known
                || (!result.missing().isEmpty()
                        && result.missing().stream().allMatch(missing -> missing.reason() == Absence.UNIT_DOUBTFUL));
    }

    private static Result inverted(Result result) {
        return truthOf(result)
                .map(truth -> truth(!truth.holds(), truth.certain()))
                .orElse(result);
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
                yield inner.numeric().isPresent() ? known(inner.numeric().get().abs()) : inner;
            }
            case ROUND -> {
                Result inner = of(arguments.get(0), at);
                Integer decimals = Parser.decimals(arguments.get(1));
                yield inner.numeric().isPresent() && decimals != null
                        ? known(inner.numeric().get().roundedTo(decimals))
                        : inner;
            }
            case MIN, MAX, SUM -> folded(call.function(), values(arguments, at));
            case COUNT -> count(values(arguments, at));
            case COALESCE -> coalesce(arguments, at);
            case IF -> {
                Result condition = of(arguments.get(0), at);
                yield condition instanceof Result.Known ? of(arguments.get(isTrue(condition) ? 1 : 2), at) : condition;
            }
            case FILLED -> {
                Result inner = of(arguments.get(0), at);
                yield isUnreadable(inner) ? inner : truth(isFilled(inner));
            }
            case MATCHES -> matches(arguments, at);
            case DISTINCT, GROUPS -> throw new IllegalStateException("an aggregate without a ledger passed the check");
        };
    }

    private Result count(List<Result> values) {
        return values.stream()
                .filter(Evaluation::isUnreadable)
                .findFirst()
                .orElseGet(() -> known(
                        Fraction.of(values.stream().filter(Evaluation::isFilled).count())));
    }

    /** Something stands there, and nobody knows what: it is neither filled nor blank, and has its finding already. */
    private static boolean isUnreadable(Result result) {
        return result.missing().stream().anyMatch(missing -> missing.reason() == Absence.UNREADABLE);
    }

    private List<Result> values(List<Node> arguments, At at) {
        List<Result> values = new ArrayList<>();
        for (Node argument : arguments) {
            if (argument instanceof Node.RowRange range) {
                Target.cells(range, vocabulary, at.form(), at.row(), at.column())
                        .forEach(cell -> values.add(cell(cell, at)));
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
        return folded == null ? undecided(Absence.MISSING, "台账的行") : bounded(folded);
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
        return undecided(passed.toArray(Result[]::new));
    }

    private Result matches(List<Node> arguments, At at) {
        Result inner = of(arguments.get(0), at);
        if (!(inner instanceof Result.Known known)
                || !(known.value() instanceof Value.Text text)
                || !(arguments.get(1) instanceof Node.Text pattern)) {
            return inner;
        }
        if (text.text().length() > LONGEST_MATCHED) {
            return undecided(Absence.TOO_COSTLY, "文本");
        }
        try {
            return truth(PATTERNS.computeIfAbsent(pattern.text(), Pattern::compile)
                    .matcher(new Watched(text.text(), new int[1]))
                    .matches());
        } catch (TooManyLooks | StackOverflowError costly) {
            return undecided(Absence.TOO_COSTLY, "文本");
        }
    }

    private static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyLooks() {
            super(null, null, false, false);
        }
    }

    /** A text that counts how often it is looked at: some patterns look exponentially often. */
    private record Watched(String text, int[] looks) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int place) {
            if (++looks[0] > MOST_LOOKS) {
                throw new TooManyLooks();
            }
            return text.charAt(place);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Watched(text.substring(start, end), looks);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    // aggregates over lines

    private Result aggregate(Node.Call call, FormCode ledger, At at) {
        ReferencePeriod period = periodOf(ledger, at);
        List<Line> lines;
        if (ledger.equals(at.groupForm())) {
            lines = at.group();
        } else {
            Optional<List<Line>> submitted = figures.lines(ledger, period);
            if (submitted.isEmpty()) {
                return new Result.Undecided(
                        List.of(new Missing(ledger, period, "台账", "", figures.noLines(ledger, period))));
            }
            lines = submitted.get();
        }
        iterating++;
        try {
            return call.function() == Node.Function.GROUPS
                    ? groups(call, ledger, period, lines, at)
                    : overLines(call, ledger, period, lines, at);
        } finally {
            iterating--;
        }
    }

    private Result overLines(Node.Call call, FormCode ledger, ReferencePeriod period, List<Line> lines, At at) {
        boolean counting = call.function() == Node.Function.COUNT;
        List<Result> values = new ArrayList<>();
        Set<Missing> missing = new LinkedHashSet<>();
        for (Line line : lines) {
            At there = at.onLine(line, ledger, period);
            Result condition = call.where() == null ? TRUE : of(call.where(), there);
            if (isFalse(condition)) {
                continue;
            }
            Result value =
                    call.arguments().isEmpty() ? TRUE : of(call.arguments().get(0), there);
            boolean nothingToCount = counting && !isFilled(value) && !isUnreadable(value);
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
            case COUNT -> known(Fraction.of(values.size()));
            case DISTINCT -> known(Fraction.of(new HashSet<>(values).size()));
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
            if (isTrue(holds)) {
                count++;
            } else if (holds instanceof Result.Undecided && !overUnits && missing.size() < MOST_MISSING) {
                missing.addAll(holds.missing());
            }
        }
        return missing.isEmpty() ? known(Fraction.of(count)) : new Result.Undecided(List.copyOf(missing));
    }

    /** The form of a code, which the check has found to exist. */
    Form form(FormCode code) {
        Vocabulary.Index index = vocabulary.index(code);
        if (index == null) {
            throw new IllegalStateException("no such form: " + code);
        }
        return index.form();
    }
}

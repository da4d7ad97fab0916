package xiangbao.statistics.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Absence;
import xiangbao.statistics.figures.Figures;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.figures.Reading;
import xiangbao.statistics.figures.UsedFigure;
import xiangbao.statistics.figures.Value;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;

/** A parsed 审核公式. It belongs to no form: the same formula is checked and evaluated wherever it stands. */
public final class Formula {
    private final String text;
    private final Node root;

    private Formula(String text, Node root) {
        this.text = text;
        this.root = root;
    }

    /** Either a formula or what is wrong with its text. */
    public record Parsed(@Nullable Formula formula, List<FormulaMistake> mistakes) {
        public Parsed {
            mistakes = List.copyOf(mistakes);
        }
    }

    public static Parsed parse(String text) {
        List<FormulaMistake> mistakes = new ArrayList<>();
        Node root = Parser.parse(text, mistakes);
        return new Parsed(root == null ? null : new Formula(text, root), mistakes);
    }

    /** A formula that is known to be well formed. */
    public static Formula of(String text) {
        Parsed parsed = parse(text);
        if (parsed.formula() == null) {
            throw new IllegalArgumentException(text + ": " + parsed.mistakes());
        }
        return parsed.formula();
    }

    /** As written in the configuration. */
    public String text() {
        return text;
    }

    Node root() {
        return root;
    }

    /** What is wrong with it where it stands; empty when it may be evaluated there. */
    public List<FormulaMistake> check(FormulaContext context) {
        return Checker.check(root, context);
    }

    /** Every figure that it names, in the order of the text, each with how far {@code prev} and {@code lastyear} move it. */
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        collect(root, 0, 0, references, new ArrayList<>());
        return List.copyOf(references);
    }

    /** The indicator that it is and nothing else; empty for a formula that computes. */
    public Optional<IndicatorCode> indicator() {
        List<Reference> references = references();
        if (references.size() != 1 || references.get(0).form() == null) {
            return Optional.empty();
        }
        Reference only = references.get(0);
        String plain = "[" + only.form() + ":" + only.item() + "]";
        return text.strip().equals(plain)
                ? Optional.of(new IndicatorCode(Objects.requireNonNull(only.form()), only.item()))
                : Optional.empty();
    }

    /** Whether it says that two sides are equal, with nothing but rounding between them: an error in one figure breaks it. */
    public boolean isIdentity() {
        return root instanceof Node.Comparison comparison
                && comparison.links().stream()
                        .allMatch(link -> link.sign() == Node.Sign.EQUAL && link.tolerance() == null);
    }

    /** The master data that says how many lines a ledger has, where that is what it states: {@code count(lines) = unit(行政村数)}. */
    public Optional<String> lineCount() {
        return root instanceof Node.Comparison comparison
                        && comparison.operands().size() == 2
                        && comparison.links().get(0).sign() == Node.Sign.EQUAL
                        && comparison.operands().get(0) instanceof Node.Call call
                        && call.lines()
                        && comparison.operands().get(1) instanceof Node.Attribute attribute
                ? Optional.of(attribute.name())
                : Optional.empty();
    }

    /** Whether it states that one figure is equal to what others make: {@code [01] = [02] + [03]}. */
    public boolean isEquation() {
        return root instanceof Node.Comparison comparison
                && comparison.links().size() == 1
                && comparison.links().get(0).sign() == Node.Sign.EQUAL
                && comparison.links().get(0).tolerance() == null
                && comparison.operands().get(0) instanceof Node.Figure;
    }

    /** Whether anything in it is divided, so that what it comes to does not grow with the size of a unit. */
    public boolean divides() {
        return divides(root);
    }

    private static boolean divides(Node node) {
        return node instanceof Node.Arithmetic arithmetic && arithmetic.sign() == '/'
                || Node.parts(node).stream().anyMatch(Formula::divides);
    }

    /** Names of master data that it asks for. */
    public List<String> attributes() {
        List<String> attributes = new ArrayList<>();
        collect(root, 0, 0, new ArrayList<>(), attributes);
        return List.copyOf(attributes);
    }

    private static void collect(
            Node node, int previous, int years, List<Reference> references, List<String> attributes) {
        if (node instanceof Node.Figure figure) {
            references.add(new Reference(figure.form(), figure.item(), previous, years));
        } else if (node instanceof Node.Attribute attribute) {
            attributes.add(attribute.name());
        } else if (node instanceof Node.Shifted shifted) {
            collect(
                    shifted.inner(),
                    previous + (shifted.byYear() ? 0 : 1),
                    years + (shifted.byYear() ? 1 : 0),
                    references,
                    attributes);
        } else {
            for (Node part : Node.parts(node)) {
                collect(part, previous, years, references, attributes);
            }
        }
    }

    /** Whether, standing in a ledger's form, it is about one line rather than about the ledger as a whole. */
    public boolean needsLine(Vocabulary vocabulary, FormCode ledger) {
        return LedgerScope.needsLine(root, vocabulary, ledger);
    }

    /** What it comes to. Only a formula that was checked for the like of this scope may be evaluated. */
    public Result evaluate(Scope scope) {
        return new Evaluation(scope).of(root, Evaluation.start(scope));
    }

    /** Whether what it states holds, and if not, why. */
    public Confrontation confront(Scope scope) {
        Evaluation evaluation = new Evaluation(scope);
        Evaluation.At start = Evaluation.start(scope);
        Result result = evaluation.of(root, start);
        List<UsedFigure> used = evaluation.used();
        if (result instanceof Result.Undecided undecided) {
            return new Confrontation(Verdict.UNDECIDED, undecided.missing(), null, used);
        }
        if (result instanceof Result.Known known && known.value() instanceof Value.Truth truth && truth.mayHold()) {
            return new Confrontation(Verdict.PASSES, List.of(), null, used);
        }
        return new Confrontation(Verdict.FAILS, List.of(), new Telling(evaluation).explain(root, start), used);
    }

    /** Both sides of an implication, which it takes both to come to something; otherwise the formula itself. */
    public List<Formula> sides() {
        return root instanceof Node.Logic logic
                        && (logic.junction() == Node.Junction.IMPLIES || logic.junction() == Node.Junction.IFF)
                ? List.of(new Formula(text, logic.left()), new Formula(text, logic.right()))
                : List.of(this);
    }

    /** What it states where it stands, as far as that is linear, for proofs about relations. It must be right there. */
    public Statement statement(Vocabulary vocabulary, FormCode form, String row, String column) {
        return Statements.of(root, vocabulary, form, row, column);
    }

    /** Whether what it states may hold, and how near its comparisons are to turning; quicker than {@link #confront}, and tells no reason. */
    public Trial tried(Scope scope) {
        List<Fraction> edges = new ArrayList<>();
        Result result = Evaluation.noting(scope, edges).of(root, Evaluation.start(scope));
        if (result instanceof Result.Undecided) {
            return new Trial(Verdict.UNDECIDED, edges);
        }
        boolean may =
                result instanceof Result.Known known && known.value() instanceof Value.Truth truth && truth.mayHold();
        return new Trial(may ? Verdict.PASSES : Verdict.FAILS, edges);
    }

    /** In row titles instead of codes: {@code 应统计户 = 农村总户数 − 长期无人居住}. */
    public String inTitles(FormulaContext context) {
        Scope anywhere = new Scope(
                context.vocabulary(),
                NOTHING,
                context.form(),
                new ReferencePeriod(2000, Frequency.YEAR, 1),
                context.rowAtHand() ? "?" : "",
                context.columnAtHand() ? "?" : "",
                null,
                false);
        return new Telling(new Evaluation(anywhere)).plain(root, Evaluation.start(anywhere));
    }

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

    @Override
    public String toString() {
        return text;
    }
}

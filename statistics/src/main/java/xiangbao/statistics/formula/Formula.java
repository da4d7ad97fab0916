package xiangbao.statistics.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.IndicatorCode;

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

    public Node root() {
        return root;
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

    /** Both sides of an implication, which it takes both to come to something; otherwise the formula itself. */
    public List<Formula> sides() {
        return root instanceof Node.Logic logic
                        && (logic.junction() == Node.Junction.IMPLIES || logic.junction() == Node.Junction.IFF)
                ? List.of(new Formula(text, logic.left()), new Formula(text, logic.right()))
                : List.of(this);
    }

    @Override
    public String toString() {
        return text;
    }
}

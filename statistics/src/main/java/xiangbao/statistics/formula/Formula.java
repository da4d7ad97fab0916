package xiangbao.statistics.formula;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parsed 审核公式. */
public final class Formula {
    private final String text;

    private Formula(String text) {
        this.text = text;
    }

    /** Either a formula or what is wrong with its text. */
    public record Parsed(@Nullable Formula formula, List<FormulaMistake> mistakes) {
        public Parsed {
            mistakes = List.copyOf(mistakes);
        }
    }

    public static Parsed parse(String text) {
        return new Parsed(new Formula(text), List.of());
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

    /** What is wrong with it where it stands; empty when it may be evaluated there. */
    public List<FormulaMistake> check(FormulaContext context) {
        throw new UnsupportedOperationException(context + text);
    }

    /** Every figure that it names, in the order of the text. */
    public List<Reference> references() {
        throw new UnsupportedOperationException(text);
    }

    /** Names of master data that it asks for. */
    public List<String> attributes() {
        throw new UnsupportedOperationException(text);
    }

    /** What it comes to. Only a formula that was checked for the like of this scope may be evaluated. */
    public Result evaluate(Scope scope) {
        throw new UnsupportedOperationException(scope + text);
    }

    /** Whether what it states holds, and if not, why. */
    public Confrontation confront(Scope scope) {
        throw new UnsupportedOperationException(scope + text);
    }

    /** In row titles instead of codes: {@code 应统计户 = 农村总户数 − 长期无人居住}. */
    public String inTitles(FormulaContext context) {
        throw new UnsupportedOperationException(context + text);
    }

    @Override
    public String toString() {
        return text;
    }
}

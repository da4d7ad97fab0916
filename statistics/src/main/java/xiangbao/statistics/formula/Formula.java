package xiangbao.statistics.formula;

import java.util.List;

/** A parsed 审核公式. */
public final class Formula {
    private final String text;

    private Formula(String text) {
        this.text = text;
    }

    /** Either a formula or what is wrong with its text. */
    public record Parsed(@org.jspecify.annotations.Nullable Formula formula, List<FormulaMistake> mistakes) {
        public Parsed {
            mistakes = List.copyOf(mistakes);
        }
    }

    public static Parsed parse(String text) {
        return new Parsed(new Formula(text), List.of());
    }

    /** As written in the configuration. */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}

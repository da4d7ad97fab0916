package xiangbao.readers.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.FormulaContext;
import xiangbao.statistics.formula.FormulaMistake;
import xiangbao.statistics.formula.Vocabulary;

/**
 * A formula that can be checked only when every form is known.
 *
 * @param value where it stands
 */
record PlacedFormula(Value value, Formula formula, Function<Vocabulary, FormulaContext> context) {
    /** Parses a formula and keeps it for the check. */
    static Optional<Formula> read(
            Value value, String text, Function<Vocabulary, FormulaContext> context, List<PlacedFormula> formulas) {
        Formula.Parsed parsed = Formula.parse(text);
        report(value, text, parsed.mistakes());
        Formula formula = parsed.formula();
        if (formula != null) {
            formulas.add(new PlacedFormula(value, formula, context));
        }
        return Optional.ofNullable(formula);
    }

    void check(Vocabulary vocabulary) {
        report(value, formula.text(), formula.check(context.apply(vocabulary)));
    }

    private static void report(Value value, String text, List<FormulaMistake> mistakes) {
        for (FormulaMistake mistake : mistakes) {
            value.wrong(
                    mistake.message() + "（公式“" + text + "”第" + (mistake.position() + 1) + "个字）", mistake.suggestion());
        }
    }
}

package xiangbao.readers.config.formulas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.formula.Checker;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.FormulaContext;
import xiangbao.statistics.formula.FormulaMistake;
import xiangbao.statistics.formula.Vocabulary;

/**
 * A formula that can be checked only when every form is known.
 *
 * @param value where it stands
 * @param mixedUnits whether its author means to add or compare figures in different 计量单位
 */
public record PlacedFormula(
        YamlValue value, Formula formula, Function<Vocabulary, FormulaContext> context, boolean mixedUnits) {
    /** Parses a formula; what is wrong with its words is told, and gives nothing. */
    static Optional<PlacedFormula> parse(
            YamlValue value, String text, Function<Vocabulary, FormulaContext> context, boolean mixedUnits) {
        Formula.Parsed parsed = Formula.parse(text);
        report(value, text, parsed.mistakes());
        return Optional.ofNullable(parsed.formula())
                .map(formula -> new PlacedFormula(value, formula, context, mixedUnits));
    }

    /** The form at hand; null at the level of the plan. */
    @Nullable
    public FormCode home(Vocabulary vocabulary) {
        return context.apply(vocabulary).form();
    }

    boolean isRight(Vocabulary vocabulary) {
        return Checker.check(formula, context.apply(vocabulary)).isEmpty();
    }

    public void check(Vocabulary vocabulary) {
        report(Checker.check(formula, context.apply(vocabulary)));
    }

    public void report(Collection<FormulaMistake> mistakes) {
        report(value, formula.text(), new ArrayList<>(mistakes));
    }

    private static void report(YamlValue value, String text, List<FormulaMistake> mistakes) {
        for (FormulaMistake mistake : mistakes) {
            value.wrong(
                    mistake.message() + "（公式“" + text + "”第" + (mistake.position() + 1) + "个字）", mistake.suggestion());
        }
    }
}

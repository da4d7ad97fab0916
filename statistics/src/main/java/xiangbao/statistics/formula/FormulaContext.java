package xiangbao.statistics.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Absence;
import xiangbao.statistics.figures.Figures;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.figures.Reading;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * Where a formula stands, against which it is checked.
 *
 * @param form the form at hand, or null at the level of the plan
 * @param rowAtHand whether {@code [.3]} means something
 * @param columnAtHand whether {@code [05]} means something in a form with several columns
 * @param lineAtHand whether a ledger's column may stand outside an aggregate
 * @param truth whether it must state something that holds or not; otherwise it must give a number
 */
public record FormulaContext(
        Vocabulary vocabulary,
        @Nullable FormCode form,
        boolean rowAtHand,
        boolean columnAtHand,
        boolean lineAtHand,
        boolean truth) {
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

    /** An audit relation; one with {@code rows:} runs over rows, any other over columns or over a ledger's lines. */
    public static FormulaContext relation(Vocabulary vocabulary, FormCode form, boolean overRows) {
        return new FormulaContext(vocabulary, form, overRows, !overRows, true, true);
    }

    /** A named derived indicator of a form. */
    public static FormulaContext derived(Vocabulary vocabulary, FormCode form) {
        return new FormulaContext(vocabulary, form, false, false, false, false);
    }

    /** A derived cell of a form, and a reference figure per row: row and column are at hand. */
    public static FormulaContext cell(Vocabulary vocabulary, FormCode form) {
        return new FormulaContext(vocabulary, form, true, true, false, false);
    }

    /** A figure of the plan. */
    public static FormulaContext plan(Vocabulary vocabulary) {
        return new FormulaContext(vocabulary, null, false, false, false, false);
    }

    /** A formula in row titles instead of codes: {@code 应统计户 = 农村总户数 − 长期无人居住}. */
    public String inTitles(Formula formula) {
        At anywhere = At.start(
                form,
                new ReferencePeriod(2000, Frequency.YEAR, 1),
                rowAtHand ? "?" : "",
                columnAtHand ? "?" : "",
                null);
        return new FormulaText(new Evaluation(vocabulary, NOTHING, false)).plain(formula.root(), anywhere);
    }
}

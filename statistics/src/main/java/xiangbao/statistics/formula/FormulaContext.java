package xiangbao.statistics.formula;

import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.FormCode;

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
}

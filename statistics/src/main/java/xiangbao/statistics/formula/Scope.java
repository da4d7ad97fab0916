package xiangbao.statistics.formula;

import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Figures;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * What a formula is evaluated on.
 *
 * @param form the form at hand, or null at the level of the plan
 * @param period the period at hand; a form of another frequency is looked at in its latest period that has ended with it
 * @param row code of the row at hand, or empty
 * @param column code of the column at hand, or empty
 * @param line the ledger line at hand, or null
 * @param overUnits whether the figures are sums over units: then aggregates over lines pass over what is missing, and coverage tells how much that is
 */
public record Scope(
        Vocabulary vocabulary,
        Figures figures,
        @Nullable FormCode form,
        ReferencePeriod period,
        String row,
        String column,
        @Nullable Line line,
        boolean overUnits) {
    /** County level: nothing at hand but, for a derived indicator, its form. */
    public static Scope overUnits(
            Vocabulary vocabulary, Figures figures, @Nullable FormCode form, ReferencePeriod period) {
        return new Scope(vocabulary, figures, form, period, "", "", null, true);
    }

    public Scope at(String rowCode, String columnCode) {
        return new Scope(vocabulary, figures, form, period, rowCode, columnCode, line, overUnits);
    }
}

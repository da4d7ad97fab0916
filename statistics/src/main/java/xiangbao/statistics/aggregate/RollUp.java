package xiangbao.statistics.aggregate;

import java.util.List;
import java.util.Optional;
import xiangbao.statistics.audit.FormRules;
import xiangbao.statistics.model.FormCode;
import xiangbao.statistics.model.IndicatorCode;
import xiangbao.statistics.model.ReferencePeriod;
import xiangbao.statistics.model.UnitCode;
import xiangbao.statistics.model.Units;

/** 汇总: every figure of a county period, for the county and for every unit that owes it. */
public final class RollUp {
    private final Basis basis;

    private RollUp(Basis basis) {
        this.basis = basis;
    }

    /** @param forms the enabled forms, in print order */
    public static RollUp of(List<FormRules> forms, Units units, Basis basis) {
        return new RollUp(basis);
    }

    public ReferencePeriod period() {
        return basis.period();
    }

    /** Every figure: by form, by indicator in print order, the county first, then the units in register order. */
    public List<Figure> figures() {
        throw new UnsupportedOperationException();
    }

    /** Of a reported or derived indicator in its form's own period. */
    public Optional<Figure> figure(IndicatorCode indicator, UnitCode unit) {
        throw new UnsupportedOperationException();
    }

    public Optional<Figure> countyFigure(IndicatorCode indicator) {
        throw new UnsupportedOperationException();
    }

    /**
     * The figure for the year so far: a flow summed over the periods of the year that the basis holds, a stock or cumulative figure in the last period in
     * which it was due.
     */
    public Optional<Figure> yearToDate(IndicatorCode indicator, UnitCode unit) {
        throw new UnsupportedOperationException();
    }

    /** The same figure of the same period a year earlier. */
    public Optional<Figure> lastYear(IndicatorCode indicator, UnitCode unit) {
        throw new UnsupportedOperationException();
    }

    /** Of a form in its own period; empty when the form is not among those rolled up. */
    public Optional<Coverage> coverage(FormCode form) {
        throw new UnsupportedOperationException();
    }

    /** One per form, in print order. */
    public List<FormSummary> summaries() {
        throw new UnsupportedOperationException();
    }

    public Optional<FormSummary> summary(FormCode form) {
        throw new UnsupportedOperationException();
    }

    /** Ledger keys that more than one unit reported. */
    public List<SharedKey> sharedKeys() {
        throw new UnsupportedOperationException();
    }
}

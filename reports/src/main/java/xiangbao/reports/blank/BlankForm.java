package xiangbao.reports.blank;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.ReportingUnit;

/**
 * One sheet of a blank workbook.
 *
 * @param period the form's own period
 * @param dueDay 报送期限
 * @param round which 第n次报送 it will be
 * @param lines how many lines a ledger must have; empty where that is open
 * @param previous the period before; null when nothing is known of it
 * @param yearEarlier 上年同期; null when nothing is known of it
 */
public record BlankForm(
        Form form,
        ReferencePeriod period,
        LocalDate dueDay,
        int round,
        OptionalInt lines,
        @Nullable PastRound previous,
        @Nullable PastRound yearEarlier) {
    /** One whose lines are as many as there are projects. */
    public BlankForm(
            Form form,
            ReferencePeriod period,
            LocalDate dueDay,
            int round,
            @Nullable PastRound previous,
            @Nullable PastRound yearEarlier) {
        this(form, period, dueDay, round, OptionalInt.empty(), previous, yearEarlier);
    }

    /** The rows of a matrix that a unit owes in the period; there are periods in which a form has none. */
    public List<Row> rowsOwedBy(ReportingUnit unit) {
        return form.rows().stream()
                .filter(row -> row.due().in(period))
                .filter(row -> row.appliesTo() == null || row.appliesTo().selects(unit))
                .toList();
    }

    /** What the period before is called: 上月, 上季, 上期 or 上年. */
    String formerly() {
        return switch (form.frequency()) {
            case MONTH -> "上月";
            case QUARTER -> "上季";
            case HALF_YEAR -> "上期";
            case YEAR -> "上年";
        };
    }
}

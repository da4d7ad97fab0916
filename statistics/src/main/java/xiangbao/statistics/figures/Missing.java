package xiangbao.statistics.figures;

import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * A value that a formula needed and did not find.
 *
 * @param form null for master data of the unit
 * @param item {@code row.column}, a ledger's column, or the name of the master data
 * @param line key of the ledger's line, or empty
 */
public record Missing(
        @Nullable FormCode form, @Nullable ReferencePeriod period, String item, String line, Absence reason) {
    /** As kept with a verdict: {@code 平31-1:04.1@2026-Q2 未报送}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (form != null) {
            text.append(form).append(':');
        }
        text.append(item);
        if (!line.isEmpty()) {
            text.append('#').append(line);
        }
        if (period != null) {
            text.append('@').append(period);
        }
        return text.append(' ').append(reason.title()).toString();
    }
}

package xiangbao.statistics.cases;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;
import xiangbao.statistics.units.UnitCode;

/**
 * What a cell holds in a case.
 *
 * @param number of a numeric column, otherwise null
 * @param text of any other column, dates as ISO; otherwise null
 */
public record CaseValue(
        ObservationStatus status,
        @Nullable BigDecimal number,
        @Nullable String text) {
    public static final CaseValue BLANK = new CaseValue(ObservationStatus.MISSING, null, null);

    public static CaseValue of(BigDecimal number) {
        return new CaseValue(ObservationStatus.REPORTED, number, null);
    }

    public static CaseValue of(String text) {
        return new CaseValue(ObservationStatus.REPORTED, null, text);
    }

    Observation observation(IndicatorCode indicator, String line, UnitCode unit, CellReference cell) {
        String raw = number != null ? number.toPlainString() : text != null ? text : "";
        return new Observation(indicator, line, unit, status, number, text, raw, cell);
    }
}

package xiangbao.statistics.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * The figures that formulas are evaluated over: one unit's submissions when a form is audited, sums over units and all their lines at county level. The
 * period is always one of the form's own frequency.
 */
public interface Figures {
    /** A reported cell of a matrix; derived indicators are computed by the evaluation itself, except derived cells that the form also has. */
    Reading cell(FormCode form, ReferencePeriod period, String row, String column);

    /** The lines of a ledger; empty when nothing has been submitted, which is not the same as no lines. */
    Optional<List<Line>> lines(FormCode form, ReferencePeriod period);

    /** Why there are no {@link #lines} where there are none. */
    default Absence noLines(FormCode form, ReferencePeriod period) {
        return Absence.NOT_SUBMITTED;
    }

    /** The line with the given key; empty when there is none. */
    default Optional<Line> line(FormCode form, ReferencePeriod period, String key) {
        return lines(form, period).orElse(List.of()).stream()
                .filter(line -> line.key().equals(key))
                .findFirst();
    }

    /** Master data 底册 of the unit at hand; at county level the sum over units. */
    Optional<BigDecimal> attribute(String name);
}

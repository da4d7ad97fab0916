package xiangbao.jobs.inquiries;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.runs.FigureAnswer;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/**
 * A figure and the cells that it was made of.
 *
 * @param formula how a derived figure is computed; empty for a reported one
 * @param from in the county's order of units; for a derived figure, the cells of its operands
 */
public record TraceAnswer(FigureAnswer figure, String formula, List<Origin> from) implements Traced {
    public TraceAnswer {
        from = List.copyOf(from);
    }

    /**
     * One reported figure.
     *
     * @param indicator what the cell holds; differs from the figure's own for a derived figure
     * @param value a plain decimal, or the text of a text column; null when the cell holds none
     * @param line the key of a ledger's line, otherwise empty
     * @param cell null where the form lacks the cell
     */
    public record Origin(
            UnitCode unit,
            String unitName,
            IndicatorCode indicator,
            ReferencePeriod period,
            String line,
            @Nullable String value,
            int round,
            String file,
            String sha256,
            String sheet,
            @Nullable String cell) {}
}

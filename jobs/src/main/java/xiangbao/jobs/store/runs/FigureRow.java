package xiangbao.jobs.store.runs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/**
 * A figure of a run.
 *
 * @param value a plain decimal, or null
 * @param withheld how many wait for an explanation before they are in it
 * @param contributions what it was made of; empty when read back
 */
public record FigureRow(
        int ordinal,
        UnitCode unit,
        IndicatorCode indicator,
        String title,
        ReferencePeriod period,
        @Nullable String value,
        String measure,
        String status,
        boolean forecast,
        int reported,
        int expected,
        int pending,
        int withheld,
        List<ContributionRow> contributions) {
    public FigureRow {
        contributions = List.copyOf(contributions);
    }

    /** An observation that went into a figure. */
    public record ContributionRow(long submission, int observation) {}
}

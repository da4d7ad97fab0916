package xiangbao.jobs.runs;

import org.jspecify.annotations.Nullable;
import xiangbao.jobs.store.runs.FigureRow;
import xiangbao.statistics.aggregate.OfficialGap;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/**
 * An aggregated figure, or that of one unit in it.
 *
 * @param value a plain decimal; null when there is none (未报, 不适用)
 * @param shown the same as people read it; null with it
 * @param status FINAL or PROVISIONAL for a figure with a value, WITHHELD, RETURNED, MISSING or NOT_APPLICABLE for one without
 * @param withheld how many wait for an explanation before they are in it
 * @param gap from 核定数, where there is one about the county's figure
 * @param forecast whether part of it is 预计
 */
public record FigureAnswer(
        UnitCode unit,
        String unitName,
        IndicatorCode indicator,
        String title,
        ReferencePeriod period,
        @Nullable String value,
        @Nullable String shown,
        String unitOfMeasure,
        String status,
        boolean forecast,
        int reported,
        int expected,
        int pending,
        int withheld,
        @Nullable OfficialGap gap) {
    /** A stored figure, written as the configuration of its run declares. */
    public static FigureAnswer of(FigureRow row, String unitName, Definitions definitions) {
        return of(row, unitName, definitions, null);
    }

    /** The same beside its 核定数. */
    public static FigureAnswer of(
            FigureRow row, String unitName, Definitions definitions, @Nullable OfficialGap official) {
        return new FigureAnswer(
                row.unit(),
                unitName,
                row.indicator(),
                row.title(),
                row.period(),
                DeclaredDecimals.plain(row, definitions),
                DeclaredDecimals.shown(row, definitions),
                row.measure(),
                row.status(),
                row.forecast(),
                row.reported(),
                row.expected(),
                row.pending(),
                row.withheld(),
                official);
    }
}

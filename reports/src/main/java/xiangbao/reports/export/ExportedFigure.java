package xiangbao.reports.export;

import org.jspecify.annotations.Nullable;
import xiangbao.statistics.aggregate.FigureStatus;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/**
 * A figure that is handed on.
 *
 * @param value a plain decimal; null exactly when the status has no value
 * @param forecast whether part of it is 预计
 * @param counted how many units are in it
 * @param expected how many owe it
 * @param pending how many of the counted are 待核实
 * @param official 核定数 about the same indicator and period, in the same unit of measurement; null when there is none
 */
public record ExportedFigure(
        UnitCode unit,
        String unitName,
        IndicatorCode indicator,
        String title,
        ReferencePeriod period,
        @Nullable String value,
        String measure,
        FigureStatus status,
        boolean forecast,
        int counted,
        int expected,
        int pending,
        @Nullable OfficialValue official) {
    public ExportedFigure {
        if ((value != null) != status.hasValue()) {
            throw new IllegalArgumentException(indicator + " of " + unit + ": " + value + " cannot be " + status);
        }
    }
}

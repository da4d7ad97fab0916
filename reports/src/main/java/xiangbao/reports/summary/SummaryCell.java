package xiangbao.reports.summary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.statistics.aggregate.Coverage;
import xiangbao.statistics.aggregate.Figure;
import xiangbao.statistics.units.ReportingUnit;

/** How a figure, a change and the state of a unit stand in a cell of a 汇总表, and what stands there where there is none. */
final class SummaryCell {
    private SummaryCell() {}

    static void number(
            TemplateSheet sheet, int row, int column, @Nullable BigDecimal value, int decimals, String otherwise) {
        if (value == null) {
            sheet.text(row, column, otherwise);
        } else {
            sheet.number(row, column, value, decimals);
        }
    }

    /** One decimal for per cent, two for percentage points. */
    static void change(TemplateSheet sheet, int row, int column, @Nullable BigDecimal change, String unit) {
        int decimals = unit.equals("%") ? 1 : 2;
        number(
                sheet,
                row,
                column,
                change == null ? null : change.setScale(decimals, RoundingMode.HALF_UP),
                decimals,
                "—");
    }

    static void figure(TemplateSheet sheet, int row, int column, Figure figure) {
        number(
                sheet,
                row,
                column,
                figure.value(),
                figure.indicator().decimals(),
                figure.status().title());
    }

    /** What has come of what a unit owed. */
    static String state(Coverage coverage, ReportingUnit unit) {
        if (coverage.standIns().contains(unit)) {
            return "沿用前次";
        }
        if (coverage.pending().contains(unit)) {
            return "待核实";
        }
        if (coverage.accepted().contains(unit)) {
            return "通过";
        }
        return coverage.expected().contains(unit) ? coverage.lacking(unit).title() : "—";
    }
}

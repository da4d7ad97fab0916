package xiangbao.statistics.forms;

/**
 * 指标: one figure of a form with everything that a reader of the figure needs.
 *
 * @param title the row's title, and the column's where the form has more than one
 * @param unit 计量单位; empty for texts and dates
 */
public record Indicator(
        IndicatorCode code, String title, String unit, int decimals, OverUnits overUnits, OverTime overTime) {}

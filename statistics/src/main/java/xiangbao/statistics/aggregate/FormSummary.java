package xiangbao.statistics.aggregate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.publication.OfficialFigure;
import xiangbao.statistics.units.ReportingUnit;

/**
 * What the 汇总表 of a form shows.
 *
 * @param period the form's own period
 * @param columns reported indicators in print order, then the derived ones that are no cell of the form
 * @param lines the county first, then the units in register order
 * @param provisional whether any county figure is 初步数
 * @param footnotes in Chinese: coverage, pending ones, stand-ins, forecasts, shared keys
 */
public record FormSummary(
        Form form,
        ReferencePeriod period,
        List<Indicator> columns,
        List<Line> lines,
        Coverage coverage,
        boolean provisional,
        List<String> footnotes) {
    public FormSummary {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
        footnotes = List.copyOf(footnotes);
    }

    /** One unit's figures, one entry per column. */
    public record Line(ReportingUnit unit, List<Entry> entries) {
        public Line {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A figure beside that of a year earlier.
     *
     * @param lastYear over the same units; null when it is not known for all of them, and then the figures are 不可比
     * @param change 同比: per cent, or percentage points where the figure is itself a percentage; null when there is nothing to compare or to divide by
     * @param changeUnit % or 百分点
     * @param previous of the period before, over the same units; null as {@code lastYear}, and for yearly forms
     * @param changeOnPrevious 环比, as {@code change}
     * @param yearToDate 本年累计 of a flow; null for what is no flow
     * @param official 核定数 of the county about the same period, in the indicator's unit; null when there is none
     */
    public record Entry(
            Figure figure,
            @Nullable BigDecimal lastYear,
            @Nullable BigDecimal change,
            String changeUnit,
            @Nullable BigDecimal previous,
            @Nullable BigDecimal changeOnPrevious,
            @Nullable BigDecimal yearToDate,
            @Nullable OfficialFigure official) {
        /** How far the county's figure lies from 核定数; empty where one of them lacks. */
        public Optional<OfficialGap> gap() {
            BigDecimal value = figure.value();
            Indicator indicator = figure.indicator();
            return value == null || official == null
                    ? Optional.empty()
                    : OfficialGap.of(
                            indicator.code().toString(),
                            indicator.title(),
                            figure.period(),
                            value,
                            indicator.unit(),
                            indicator.decimals(),
                            figure.coverage().counted(),
                            official);
        }

        /** A figure beside which nothing but last year's stands. */
        public Entry(Figure figure, @Nullable BigDecimal lastYear, @Nullable BigDecimal change, String changeUnit) {
            this(figure, lastYear, change, changeUnit, null, null, null, null);
        }
    }
}

package xiangbao.statistics.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xiangbao.statistics.periods.DueRule;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitSelector;

/**
 * 报表: layout only. Its audit relations and derived indicators are bound to it elsewhere.
 *
 * @param owedBy who must report it (填报范围)
 * @param due by which day, before the calendar moves it off a holiday
 * @param rows empty for a ledger
 * @param notes 说明 printed below the form
 */
public record Form(
        FormCode code,
        String title,
        Frequency frequency,
        Layout layout,
        UnitSelector owedBy,
        DueRule due,
        LegalMarks marks,
        Validity validity,
        List<Column> columns,
        List<Row> rows,
        List<String> notes) {
    public Form {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        Set<String> seen = new HashSet<>();
        for (Column column : columns) {
            if (!seen.add(column.code())) {
                throw new IllegalArgumentException(code + " has column " + column.code() + " twice");
            }
        }
        seen.clear();
        for (Row row : rows) {
            if (!seen.add(row.code())) {
                throw new IllegalArgumentException(code + " has row " + row.code() + " twice");
            }
        }
    }

    /** A form that is due so many days after the period's end. */
    public Form(
            FormCode code,
            String title,
            Frequency frequency,
            Layout layout,
            UnitSelector owedBy,
            int dueDays,
            LegalMarks marks,
            Validity validity,
            List<Column> columns,
            List<Row> rows,
            List<String> notes) {
        this(code, title, frequency, layout, owedBy, DueRule.daysAfter(dueDays), marks, validity, columns, rows, notes);
    }

    /** Whether one of those who owe the form has anything to report in it for a period: in a matrix, a row that is due then and applies to the unit. */
    public boolean asks(ReportingUnit unit, ReferencePeriod period) {
        return layout == Layout.LEDGER
                || rows.stream()
                        .anyMatch(row -> row.due().in(period)
                                && (row.appliesTo() == null || row.appliesTo().selects(unit)));
    }

    public Optional<Row> row(String rowCode) {
        return rows.stream().filter(row -> row.code().equals(rowCode)).findFirst();
    }

    public Optional<Column> column(String columnCode) {
        return columns.stream()
                .filter(column -> column.code().equals(columnCode))
                .findFirst();
    }

    /** Whether a figure of a period means what it means today: neither its row nor its column has changed since (口径变化). */
    public boolean isComparable(IndicatorCode indicator, ReferencePeriod period) {
        LocalDate row = row(indicator.row()).map(Row::comparableSince).orElse(null);
        LocalDate column =
                column(indicator.column()).map(Column::comparableSince).orElse(null);
        LocalDate last = period.lastDay();
        return (row == null || !last.isBefore(row)) && (column == null || !last.isBefore(column));
    }

    /** Columns that hold data, in print order; comparison columns are left out. */
    public List<Column> dataColumns() {
        return columns.stream().filter(column -> !column.comparison()).toList();
    }

    /** The column that identifies a ledger's line: the key, or else the unit that the line is about. */
    public Optional<Column> lineKey() {
        return columns.stream()
                .filter(column -> column.kind() == ColumnKind.KEY)
                .findFirst()
                .or(this::lineUnit);
    }

    /** The column that says which unit a ledger's line is about; where there is none, it is about its reporter. */
    public Optional<Column> lineUnit() {
        return columns.stream()
                .filter(column -> column.kind() == ColumnKind.UNIT)
                .findFirst();
    }

    /** Every reported (not derived) indicator, in print order. */
    public List<Indicator> indicators() {
        List<Indicator> indicators = new ArrayList<>();
        if (layout == Layout.LEDGER) {
            for (Column column : dataColumns()) {
                indicators.add(indicatorOf(column));
            }
            return indicators;
        }
        for (Row row : rows) {
            for (Column column : dataColumns()) {
                if (row.has(column)) {
                    indicators.add(indicatorOf(row, column));
                }
            }
        }
        return indicators;
    }

    public Optional<Indicator> indicator(IndicatorCode indicator) {
        if (!indicator.form().equals(code)) {
            return Optional.empty();
        }
        Optional<Column> column = column(indicator.column()).filter(found -> !found.comparison());
        if (layout == Layout.LEDGER) {
            return indicator.row().isEmpty() ? column.map(this::indicatorOf) : Optional.empty();
        }
        return row(indicator.row()).flatMap(row -> column.filter(row::has).map(found -> indicatorOf(row, found)));
    }

    private Indicator indicatorOf(Column column) {
        Measure measure = column.measure();
        boolean number = column.kind() == ColumnKind.NUMBER;
        return new Indicator(
                new IndicatorCode(code, column.code()),
                column.title(),
                measure.unit() == null ? "" : measure.unit(),
                measure.decimals() == null ? 0 : measure.decimals(),
                measure.overUnits() == null ? (number ? OverUnits.SUM : OverUnits.NONE) : measure.overUnits(),
                measure.overTime() == null ? (number ? OverTime.LAST : OverTime.NONE) : measure.overTime());
    }

    private Indicator indicatorOf(Row row, Column column) {
        Measure first = row.measure();
        Measure second = column.measure();
        String unit = first.unit() != null ? first.unit() : second.unit();
        Integer decimals = first.decimals() != null ? first.decimals() : second.decimals();
        OverUnits overUnits = first.overUnits() != null ? first.overUnits() : second.overUnits();
        OverTime overTime = first.overTime() != null ? first.overTime() : second.overTime();
        return new Indicator(
                IndicatorCode.ofCell(code, row.code(), column.code()),
                dataColumns().size() > 1 ? row.title() + " " + column.title() : row.title(),
                unit == null ? "" : unit,
                decimals == null ? 0 : decimals,
                overUnits == null ? OverUnits.SUM : overUnits,
                overTime == null ? OverTime.LAST : overTime);
    }
}

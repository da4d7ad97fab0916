package xiangbao.benchmarks.audit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/**
 * A form as it lies before the clerk: lines and columns, each cell with a number, a text, a day or nothing. In a matrix the lines are its rows, in their order; in a
 * ledger what the unit has entered. Numbers that a unit does not owe are never there.
 */
final class Report {
    private static final int FIRST_ROW = 6;
    private static final int FIRST_COLUMN = 3;

    final Form form;
    final ReportingUnit unit;
    final SubmissionKey key;
    final List<Column> columns;
    final List<Map<String, Object>> lines;
    private final Map<List<Integer>, CellReference> places = new HashMap<>();

    Report(Form form, ReportingUnit unit, SubmissionKey key, List<Map<String, Object>> lines) {
        this.form = form;
        this.unit = unit;
        this.key = key;
        this.columns = form.dataColumns();
        this.lines = lines;
    }

    /** One of which only that is kept which the unit owes. */
    static Report owed(Form form, ReportingUnit unit, SubmissionKey key, List<Map<String, Object>> lines) {
        Report report = new Report(form, unit, key, lines).copy();
        for (int line = 0; line < report.lines.size(); line++) {
            for (int column = 0; column < report.columns.size(); column++) {
                if (!report.owes(line, column)) {
                    report.set(line, column, null);
                }
            }
        }
        return report;
    }

    /** A copy whose cells may be changed. */
    Report copy() {
        List<Map<String, Object>> copies = new ArrayList<>();
        lines.forEach(line -> copies.add(new LinkedHashMap<>(line)));
        return new Report(form, unit, key, copies);
    }

    boolean isLedger() {
        return form.layout() == Layout.LEDGER;
    }

    boolean owes(int line, int column) {
        if (isLedger()) {
            return true;
        }
        Row row = form.rows().get(line);
        return row.has(columns.get(column))
                && row.due().in(key.period())
                && (row.appliesTo() == null || row.appliesTo().selects(unit));
    }

    @Nullable
    Object get(int line, int column) {
        return lines.get(line).get(columns.get(column).code());
    }

    @Nullable
    BigDecimal number(int line, int column) {
        return get(line, column) instanceof BigDecimal number ? number : null;
    }

    void set(int line, int column, @Nullable Object value) {
        String code = columns.get(column).code();
        if (value == null) {
            lines.get(line).remove(code);
        } else {
            lines.get(line).put(code, value);
        }
    }

    int decimals(int line, int column) {
        return form.indicator(indicator(line, column)).orElseThrow().decimals();
    }

    String measure(int line, int column) {
        return form.indicator(indicator(line, column)).orElseThrow().unit();
    }

    IndicatorCode indicator(int line, int column) {
        String code = columns.get(column).code();
        return isLedger()
                ? new IndicatorCode(form.code(), code)
                : IndicatorCode.ofCell(form.code(), form.rows().get(line).code(), code);
    }

    CellReference cell(int line, int column) {
        CellReference placed = places.get(List.of(line, column));
        return placed != null ? placed : new CellReference(form.code().text(), FIRST_ROW + line, FIRST_COLUMN + column);
    }

    /** Says where a cell lies in a real workbook. */
    void place(int line, int column, CellReference cell) {
        places.put(List.of(line, column), cell);
    }

    /** What identifies a ledger's line. */
    String lineKey(int line) {
        Column key = form.lineKey().orElseThrow();
        Object value = lines.get(line).get(key.code());
        return value == null ? "第" + (FIRST_ROW + line + 1) + "行" : value.toString();
    }

    /** As the reader hands them on. */
    List<Observation> observations() {
        List<Observation> observations = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            String lineKey = isLedger() ? lineKey(line) : "";
            if (keys.contains(lineKey) && isLedger()) {
                lineKey = lineKey + "#第" + (FIRST_ROW + line + 1) + "行";
            }
            keys.add(lineKey);
            for (int column = 0; column < columns.size(); column++) {
                if (isLedger() || form.rows().get(line).has(columns.get(column))) {
                    observations.add(observation(line, column, lineKey));
                }
            }
        }
        return observations;
    }

    private Observation observation(int line, int column, String lineKey) {
        Object value = get(line, column);
        UnitCode subject = isLedger() && form.lineUnit().isPresent() ? new UnitCode(lineKey) : unit.code();
        BigDecimal number = value instanceof BigDecimal figure ? figure : null;
        String text = value instanceof LocalDate || value instanceof String ? value.toString() : null;
        ObservationStatus status = !owes(line, column)
                ? ObservationStatus.NOT_APPLICABLE
                : value == null
                        ? ObservationStatus.MISSING
                        : columns.get(column).kind() == ColumnKind.NUMBER && number == null
                                ? ObservationStatus.UNREADABLE
                                : isForecast(line, column) ? ObservationStatus.FORECAST : ObservationStatus.REPORTED;
        return new Observation(
                indicator(line, column),
                lineKey,
                subject,
                status,
                number,
                text,
                number != null ? number.toPlainString() : text == null ? "" : text,
                cell(line, column));
    }

    private boolean isForecast(int line, int column) {
        return !isLedger()
                && form.rows()
                        .get(line)
                        .due()
                        .isForecast(key.period(), columns.get(column).code());
    }
}

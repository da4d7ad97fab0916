package xiangbao.reports.blank;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellRangeAddressList;
import xiangbao.reports.template.TextWidth;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;

/** A blank 综合表: the rows that the unit owes in the period, by the form's columns. */
final class BlankMatrix implements BlankTable {
    private static final String LETTERS = "甲乙丙";
    private static final int LEAST_TITLE = 28;

    private final BlankCanvas canvas;
    private final BlankForm blank;
    private final Form form;
    private final List<Row> rows;
    /** Whether 计量单位 is a column, because the rows differ in it. */
    private final boolean measured;

    private final List<Past> past = new ArrayList<>();
    private boolean forecast;

    /** A column of figures that were reported before. */
    private record Past(Column column, String heading, PastRound round) {}

    BlankMatrix(BlankCanvas canvas, BlankWorkbook workbook, BlankForm blank) {
        this.canvas = canvas;
        this.blank = blank;
        this.form = blank.form();
        rows = blank.rowsOwedBy(workbook.unit());
        measured = rows.stream().anyMatch(row -> row.measure().unit() != null);
        PastRound previous = blank.previous();
        if (previous != null) {
            past(blank.formerly(), previous);
        }
        PastRound yearEarlier = blank.yearEarlier();
        boolean compared = form.columns().stream().anyMatch(Column::comparison);
        if (yearEarlier != null && !compared && form.frequency() != Frequency.YEAR) {
            past("上年同期", yearEarlier);
        }
    }

    private void past(String when, PastRound round) {
        List<Column> columns = form.dataColumns();
        for (Column column : columns) {
            String what = columns.size() == 1 ? "数" : column.title();
            past.add(new Past(column, when + what, round));
        }
    }

    @Override
    public List<BlankColumn> columns() {
        List<BlankColumn> slots = new ArrayList<>();
        double widest = form.columns().size() == 1 ? canvas.width("rpt.first") : LEAST_TITLE;
        for (Row row : rows) {
            widest = Math.max(widest, Math.min(56, TextWidth.of(row.title()) + 2.0 * row.indent() + 2));
        }
        slots.add(new BlankColumn("", "指标名称", letter(0), widest));
        if (measured) {
            slots.add(new BlankColumn("", "计量单位", letter(1), canvas.width("rpt.measured")));
        }
        slots.add(new BlankColumn("", "代码", letter(measured ? 2 : 1), canvas.width("rpt.code")));
        for (Column column : form.columns()) {
            String unit = column.measure().unit();
            String heading = column.title() + (unit == null || unit.isEmpty() ? "" : "\n（" + unit + "）");
            String sample = column.comparison() ? "rpt.compared" : "rpt.input";
            slots.add(new BlankColumn(column.group(), heading, column.code(), canvas.width(sample)));
        }
        return slots;
    }

    private static String letter(int index) {
        return LETTERS.substring(index, index + 1);
    }

    @Override
    public List<BlankColumn> references() {
        return past.stream()
                .map(one -> BlankColumn.reference(one.heading(), canvas.width("rpt.former")))
                .toList();
    }

    @Override
    public int frozenColumns() {
        return measured ? 3 : 2;
    }

    @Override
    public String measure() {
        if (measured) {
            return "";
        }
        Set<String> units = new LinkedHashSet<>();
        for (Column column : form.dataColumns()) {
            String unit = column.measure().unit();
            if (unit != null && !unit.isEmpty()) {
                units.add(unit);
            }
        }
        return units.size() > 4 ? "" : String.join("、", units);
    }

    @Override
    public int body(int firstRow, int firstReference) {
        Map<String, CellRangeAddressList> validated = new TreeMap<>();
        MatrixComparisons compared = new MatrixComparisons(blank);
        int at = firstRow;
        for (Row row : rows) {
            int column = 0;
            canvas.indented(at, column++, row.title(), row.indent(), "rpt.first");
            if (measured) {
                canvas.text(at, column++, unit(row), "rpt.measured");
            }
            canvas.text(at, column++, row.code(), "rpt.code");
            for (Column one : form.columns()) {
                if (one.comparison()) {
                    canvas.blank(at, column, "rpt.compared");
                    int place = column;
                    int line = at;
                    compared.of(row, one).ifPresent(observation -> figure(line, place, observation, "rpt.compared"));
                } else if (row.has(one)) {
                    cell(at, column, row, one, validated);
                } else {
                    canvas.text(at, column, "×", "rpt.crossed");
                }
                column++;
            }
            for (int index = 0; index < past.size(); index++) {
                former(at, firstReference + index, row, past.get(index));
            }
            canvas.height(at, canvas.height("rpt.first"));
            at++;
        }
        validated.forEach((kind, cells) -> canvas.rules()
                .figures(
                        cells,
                        Integer.parseInt(kind.substring(1)),
                        kind.startsWith("-"),
                        form.code().text()));
        return at;
    }

    private String unit(Row row) {
        Set<String> units = new LinkedHashSet<>();
        for (Column column : form.dataColumns()) {
            if (row.has(column)) {
                indicator(row, column).map(Indicator::unit).ifPresent(units::add);
            }
        }
        return String.join("、", units);
    }

    private Optional<Indicator> indicator(Row row, Column column) {
        return form.indicator(IndicatorCode.ofCell(form.code(), row.code(), column.code()));
    }

    private void cell(int at, int column, Row row, Column one, Map<String, CellRangeAddressList> validated) {
        int decimals = indicator(row, one).map(Indicator::decimals).orElse(0);
        boolean expected = row.due().isForecast(blank.period(), one.code());
        forecast |= expected;
        canvas.figureCell(at, column, decimals, expected ? "rpt.forecast" : "rpt.input");
        validated
                .computeIfAbsent((row.negative() ? "-" : "+") + decimals, kind -> new CellRangeAddressList())
                .addCellRangeAddress(at, column, at, column);
    }

    private void former(int at, int column, Row row, Past one) {
        if (!row.has(one.column())) {
            return;
        }
        IndicatorCode code =
                IndicatorCode.ofCell(form.code(), row.code(), one.column().code());
        one.round().observations().stream()
                .filter(observation -> observation.indicator().equals(code))
                .findFirst()
                .ifPresent(observation -> figure(at, column, observation, "rpt.former"));
    }

    /** What was said then: a figure, 未报, or — where it was not owed. */
    private void figure(int at, int column, Observation observation, String anchor) {
        BigDecimal number = observation.number();
        if (observation.status().hasValue() && number != null) {
            int decimals = form.indicator(observation.indicator())
                    .map(Indicator::decimals)
                    .orElse(0);
            canvas.number(at, column, number, decimals, anchor);
        } else {
            canvas.text(at, column, observation.status() == ObservationStatus.NOT_APPLICABLE ? "—" : "未报", anchor);
        }
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("只填白色单元格，没有发生的填 0，不得空白；× 为不用填。整张表都没有的，选“零报告”就行。");
        if (forecast) {
            notes.add("浅蓝色的格本期填预计数。");
        }
        return notes;
    }
}

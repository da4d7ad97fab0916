package xiangbao.reports.signatures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import xiangbao.reports.template.Printed;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Filing;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;
import xiangbao.statistics.submissions.Submission;
import xiangbao.statistics.text.VisibleText;
import xiangbao.statistics.units.Units;

/**
 * All figures of a submission as a table of texts and numbers, as they were reported.
 *
 * @param keys how many columns in front tell the lines apart, and are repeated where the table is too wide for a page
 * @param nothing what stands instead of lines where there are none
 */
record SignedTable(List<Heading> headings, List<List<Printed>> lines, int keys, String nothing) {
    /** A column: what stands above it, and how it is set. */
    record Heading(String title, boolean numeric, boolean wide) {}

    static SignedTable of(Form form, Submission submission, Units units) {
        return form.layout() == Layout.LEDGER ? ledger(form, submission, units) : matrix(form, submission);
    }

    /** What stands there instead of lines. */
    private static String nothing(Submission submission) {
        return submission.filing() == Filing.NOT_APPLICABLE ? "不适用" : "本期没有（零报告）";
    }

    private static SignedTable matrix(Form form, Submission submission) {
        Map<IndicatorCode, Observation> byCode = new HashMap<>();
        submission.observations().forEach(one -> byCode.putIfAbsent(one.indicator(), one));
        List<Heading> headings = new ArrayList<>();
        headings.add(new Heading("代码", false, false));
        headings.add(new Heading("指标", false, true));
        boolean measured = form.rows().stream().anyMatch(row -> row.measure().unit() != null);
        if (measured) {
            headings.add(new Heading("计量单位", false, false));
        }
        for (Column column : form.dataColumns()) {
            String unit = column.measure().unit();
            headings.add(new Heading(column.title() + (unit == null ? "" : "\n（" + unit + "）"), true, false));
        }
        List<List<Printed>> lines = new ArrayList<>();
        for (Row row : form.rows()) {
            List<Printed> line = new ArrayList<>();
            line.add(Printed.text(row.code()));
            line.add(Printed.text("　".repeat(row.indent()) + row.title()));
            if (measured) {
                line.add(Printed.text(
                        row.measure().unit() == null ? "—" : row.measure().unit()));
            }
            for (Column column : form.dataColumns()) {
                IndicatorCode code = IndicatorCode.ofCell(form.code(), row.code(), column.code());
                line.add(printed(
                        byCode.get(code),
                        form.indicator(code).map(Indicator::decimals).orElse(0),
                        true));
            }
            lines.add(line);
        }
        return new SignedTable(headings, lines, 2, nothing(submission));
    }

    private static SignedTable ledger(Form form, Submission submission, Units units) {
        Map<Place, Map<String, Observation>> byLine = new TreeMap<>();
        for (Observation one : submission.observations()) {
            byLine.computeIfAbsent(Place.of(one), place -> new HashMap<>())
                    .putIfAbsent(one.indicator().column(), one);
        }
        List<Heading> headings = new ArrayList<>();
        headings.add(new Heading("序号", false, false));
        for (Column column : form.dataColumns()) {
            String unit = column.measure().unit();
            headings.add(new Heading(
                    column.title() + (unit == null ? "" : "\n（" + unit + "）"),
                    column.kind() == ColumnKind.NUMBER,
                    column.kind() == ColumnKind.TEXT));
        }
        List<List<Printed>> lines = new ArrayList<>();
        byLine.values().forEach(observations -> {
            List<Printed> line = new ArrayList<>();
            line.add(Printed.text(Integer.toString(lines.size() + 1)));
            for (Column column : form.dataColumns()) {
                Integer decimals = column.measure().decimals();
                Printed said = printed(
                        observations.get(column.code()),
                        decimals == null ? 0 : decimals,
                        column.kind() == ColumnKind.NUMBER || column.required());
                line.add(column.kind() == ColumnKind.UNIT ? named(said, units) : said);
            }
            lines.add(line);
        });
        return new SignedTable(headings, lines, 2, nothing(submission));
    }

    /** A unit is read by its name, however it was written. */
    private static Printed named(Printed said, Units units) {
        return said instanceof Printed.Text text
                ? units.all().stream()
                        .filter(unit -> unit.code().text().equals(text.text()))
                        .findFirst()
                        .map(unit -> Printed.text(unit.name()))
                        .orElse(said)
                : said;
    }

    /** Where a ledger's line stood; two lines with one key are two lines. */
    private record Place(int row, String key) implements Comparable<Place> {
        static Place of(Observation one) {
            CellReference cell = one.cell();
            return new Place(cell == null ? Integer.MAX_VALUE : cell.row(), one.line());
        }

        @Override
        public int compareTo(Place other) {
            return Comparator.comparingInt(Place::row).thenComparing(Place::key).compare(this, other);
        }
    }

    /** As reported: never with fewer decimals than it has. A blank figure is 未报; a day or a text that nobody asked to fill is not. */
    private static Printed printed(@Nullable Observation one, int decimals, boolean owed) {
        if (one == null) {
            return Printed.NONE;
        }
        BigDecimal number = one.number();
        boolean forecast = one.status() == ObservationStatus.FORECAST;
        if (!one.status().hasValue()) {
            return one.status() == ObservationStatus.MISSING && owed ? Printed.text("未报") : Printed.NONE;
        }
        if (number == null) {
            String text = one.text() == null ? one.raw() : one.text();
            return text.isBlank() ? Printed.NONE : Printed.text(VisibleText.of(text));
        }
        int shown = Math.max(decimals, Math.max(0, number.stripTrailingZeros().scale()));
        return forecast
                ? Printed.text(FigureText.grouped(number.setScale(shown, java.math.RoundingMode.HALF_UP)) + "（预计）")
                : Printed.number(number, shown);
    }
}

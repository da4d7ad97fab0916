package xiangbao.readers.forms.heading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.excel.workbook.RawWorkbook;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.statistics.submissions.CellReference;

/** What stands above a form's table, taken apart into labels and values, however they are spread over cells. */
public final class HeaderText {
    private final Map<HeaderLabel, List<HeaderValue>> values = new LinkedHashMap<>();
    private final Map<HeaderLabel, CellReference> places = new LinkedHashMap<>();
    private final List<HeaderValue> rest = new ArrayList<>();
    private final List<HeaderValue> wholeRows = new ArrayList<>();
    private final List<HeaderValue> days = new ArrayList<>();

    public HeaderText(SheetView view, RawWorkbook workbook, int firstRow, int lastRow) {
        for (RawRow row : view.rows(firstRow, lastRow)) {
            read(view, workbook, row);
        }
    }

    /** Whether a cell says 填报单位, as the heading of every form does. */
    public static boolean namesUnit(RawCell cell) {
        return !cell.isNumber()
                && cell.text().indexOf('填') >= 0
                && PlainText.compact(cell.text()).contains("填报单位");
    }

    private void read(SheetView view, RawWorkbook workbook, RawRow row) {
        StringBuilder whole = new StringBuilder();
        HeaderLabel open = null;
        for (RawCell cell : row.cells()) {
            CellReference at = view.at(cell.row(), cell.column());
            if (cell.dateFormatted() && cell.isNumber()) {
                String day = workbook.date(cell).map(Object::toString).orElse("");
                if (open == null || open == HeaderLabel.PERIOD) {
                    days.add(new HeaderValue(day, at));
                } else {
                    add(open, day, at);
                }
                open = null;
                continue;
            }
            String text = SheetView.text(cell);
            if (text.isEmpty()) {
                continue;
            }
            boolean unrelated = open == HeaderLabel.EXPIRY
                    || open == HeaderLabel.OTHER
                    || HeaderHit.in(PlainText.compact(text)).stream()
                            .anyMatch(hit -> hit.label() == HeaderLabel.EXPIRY || hit.label() == HeaderLabel.OTHER);
            for (String line :
                    cell.isNumber() ? new String[] {text} : cell.text().split("[\\r\\n]+")) {
                open = readLine(PlainText.compact(line), open, at);
            }
            if (!unrelated) {
                whole.append(PlainText.compact(text));
            }
        }
        if (row.cells().size() > 1) {
            wholeRows.add(new HeaderValue(
                    whole.toString(), view.at(row.number(), row.cells().get(0).column())));
        }
    }

    /** Returns the label whose value must stand in the next cell, or null. */
    private @Nullable HeaderLabel readLine(String line, @Nullable HeaderLabel open, CellReference at) {
        List<HeaderHit> hits = HeaderHit.in(line);
        int from = hits.isEmpty() ? line.length() : hits.get(0).start();
        String before = line.substring(0, from);
        if (!before.isEmpty() && !before.equals(":")) {
            if (open != null) {
                add(open, before, at);
            } else {
                rest.add(new HeaderValue(before, at));
            }
        }
        HeaderLabel next = hits.isEmpty() && before.equals(":") ? open : null;
        for (int index = 0; index < hits.size(); index++) {
            HeaderHit hit = hits.get(index);
            places.putIfAbsent(hit.label(), at);
            int end = index + 1 < hits.size() ? hits.get(index + 1).start() : line.length();
            String value = line.substring(hit.end(), end);
            if (!value.isEmpty()) {
                add(hit.label(), value, at);
            } else if (index + 1 == hits.size()) {
                next = hit.label();
            }
        }
        return next;
    }

    private void add(HeaderLabel label, String text, CellReference at) {
        if (!text.replaceAll("[_\\s—:]", "").isEmpty()) {
            values.computeIfAbsent(label, ignored -> new ArrayList<>()).add(new HeaderValue(text, at));
        }
    }

    public List<HeaderValue> values(HeaderLabel label) {
        return values.getOrDefault(label, List.of());
    }

    /** Where the label stands, with a value or without. */
    public Optional<CellReference> place(HeaderLabel label) {
        return Optional.ofNullable(places.get(label));
    }

    /** Texts without a label, and units that share a cell with the period. */
    public List<HeaderValue> free() {
        List<HeaderValue> free = new ArrayList<>(rest);
        for (HeaderLabel label : List.of(HeaderLabel.UNIT, HeaderLabel.CODE, HeaderLabel.MEASURE, HeaderLabel.FORM)) {
            free.addAll(values(label));
        }
        return free;
    }

    /** Rows read across their cells, for texts that are split over cells. */
    List<HeaderValue> wholeRows() {
        return wholeRows;
    }

    /** Date cells, as ISO days. */
    List<HeaderValue> days() {
        return days;
    }
}

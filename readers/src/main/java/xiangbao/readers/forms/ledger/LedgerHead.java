package xiangbao.readers.forms.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.forms.bodies.ColumnMatching;
import xiangbao.readers.forms.bodies.FormContext;
import xiangbao.readers.forms.bodies.TableColumns;
import xiangbao.readers.forms.recognition.FormRegion;
import xiangbao.readers.forms.sheet.Headings;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.statistics.forms.Form;

/**
 * The headings of a 台账.
 *
 * @param row the one that names most columns
 * @param bottom the last one; a numbering may stand below the headings
 */
public record LedgerHead(int row, int bottom, TableColumns columns) {
    private static final int LATEST_HEAD = 60;

    /** The row of the table's head that names most columns; empty when none names half of them. */
    public static Optional<Integer> top(SheetView view, FormRegion region, Form form) {
        int best = 0;
        int top = -1;
        int scanned = 0;
        for (RawRow row : view.rows(region.firstRow(), region.lastRow())) {
            if (++scanned > LATEST_HEAD) {
                break;
            }
            int score = score(view, form, row);
            if (score > best) {
                best = score;
                top = row.number();
            }
        }
        return best >= Math.max(1, half(form)) ? Optional.of(top) : Optional.empty();
    }

    /** The head whose main row is known. */
    static LedgerHead at(int head, FormContext context) {
        SheetView view = context.view();
        Form form = context.form();
        List<RawRow> rows = view.rows(head, context.region().lastRow());
        List<Area> areas = view.mergedIn(head, head);
        int top = areas.stream().mapToInt(Area::firstRow).min().orElse(head);
        boolean grouped =
                form.columns().stream().anyMatch(column -> !column.group().isEmpty());
        top = Math.max(context.region().firstRow(), grouped ? Math.min(top, head - 1) : Math.min(top, head));
        int bottom = head;
        for (RawRow row : view.rows(head + 1, head + 2)) {
            if (isNumbering(row)) {
                bottom = row.number();
            }
        }
        Area headings = new Area(top, 0, bottom, Headings.lastColumn(rows.get(0), areas));
        return new LedgerHead(head, bottom, ColumnMatching.match(context, headings, Set.of()));
    }

    /** Whether a row repeats the headings, as on a further page. */
    static boolean isAgain(SheetView view, Form form, RawRow row) {
        return row.cells().stream().noneMatch(RawCell::isNumber) && score(view, form, row) >= Math.max(2, half(form));
    }

    /** 甲 乙 1 2 3 below the headings. */
    static boolean isNumbering(RawRow row) {
        int numbers = 0;
        for (RawCell cell : row.cells()) {
            String text = SheetView.text(cell).replaceAll("[() ]", "");
            if (text.isEmpty() || text.matches("[甲乙丙丁戊己庚辛壬癸]")) {
                continue;
            }
            if (!text.matches("0?" + (numbers + 1))) {
                return false;
            }
            numbers++;
        }
        return row.cells().size() > 1
                && (numbers > 1
                        || row.cells().stream().anyMatch(cell -> cell.text().equals("甲")));
    }

    private static int score(SheetView view, Form form, RawRow row) {
        if (row.cells().stream().filter(cell -> !cell.isNumber()).count() < 1) {
            return 0;
        }
        List<Area> areas = view.mergedIn(row.number(), row.number());
        return Headings.score(view, form.columns(), row.number(), Headings.lastColumn(row, areas), areas);
    }

    private static int half(Form form) {
        return (form.columns().size() + 1) / 2;
    }
}

package xiangbao.readers.forms.recognition;

import java.util.ArrayList;
import java.util.List;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.sheet.TableEnd;

/** Where tables begin in a sheet: a few rows above their 表号 or head, and below whatever belongs to the table before. */
final class TableStarts {
    private static final int LONGEST_HEADING = 4;

    private TableStarts() {}

    /** Where tables begin in a region, its own first. */
    static List<Integer> in(SheetView view, FormRegion region, List<Integer> tables) {
        List<Integer> starts = new ArrayList<>(List.of(region.firstRow()));
        int before = -1;
        for (int row : tables) {
            if (row < region.firstRow() || row > region.lastRow()) {
                continue;
            }
            int body = before < 0 ? -1 : lastOfBody(view, before + 1, row - 1);
            if (body >= 0) {
                starts.add(Math.max(body + 1, before(view, row, before)));
            }
            before = row;
        }
        return starts;
    }

    /** Headings stand a few rows above their 表号; what belongs to the table before does not. */
    static int before(SheetView view, int anchorRow, int previous) {
        int start = anchorRow;
        while (start - 1 > previous && anchorRow - start < LONGEST_HEADING) {
            List<RawRow> above = view.rows(start - 1, start - 1);
            if (above.isEmpty() || TableEnd.isIn(above.get(0)) || holdsFigures(above.get(0))) {
                break;
            }
            start--;
        }
        return start;
    }

    /** The last row of figures, or of a foot, between two headings; -1 when they are parts of one. */
    private static int lastOfBody(SheetView view, int from, int to) {
        int last = -1;
        for (RawRow row : view.rows(from, to)) {
            if (TableEnd.isIn(row) || row.cells().stream().anyMatch(RawCell::isNumber)) {
                last = row.number();
            }
        }
        return last;
    }

    private static boolean holdsFigures(RawRow row) {
        return row.cells().stream().filter(RawCell::isNumber).count() > 1;
    }
}

package xiangbao.readers.forms.recognition;

import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.CellReference;

/**
 * A 表号 where it stands.
 *
 * @param text as it is written; empty where it is not, and then the cell is where it should be
 * @param rules null when no form of this code is known
 * @param county the county's own 综合表, which is nobody's submission
 */
public record FormAnchor(
        String text, @Nullable FormRules rules, boolean county, boolean continued, CellReference cell) {
    /** Where a 表号 that is not there should be written: behind its label, or above 制定机关, where it is printed; else where the form begins. */
    static FormAnchor unwritten(SheetView view, int from, int to) {
        CellReference place = null;
        for (RawRow row : view.rows(from, Math.min(to, from + 8))) {
            for (RawCell cell : row.cells()) {
                String text = PlainText.compact(cell.text());
                if (text.equals("表号") || text.equals("表号:")) {
                    return missing(view.at(cell.row(), cell.column()));
                }
                if (text.startsWith("制定机关") || text.startsWith("制表机关")) {
                    boolean free = cell.row() > from && view.sheet().cell(cell.row() - 1, cell.column()) == null;
                    return new FormAnchor(
                            "", null, false, false, view.at(free ? cell.row() - 1 : cell.row(), cell.column()));
                }
                place = place == null ? view.at(cell.row(), cell.column()) : place;
            }
        }
        return missing(place == null ? view.at(from, 0) : place);
    }

    private static FormAnchor missing(CellReference place) {
        return new FormAnchor("", null, false, false, place);
    }
}

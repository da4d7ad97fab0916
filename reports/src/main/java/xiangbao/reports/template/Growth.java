package xiangbao.reports.template;

import org.apache.poi.ss.util.CellReference;

/**
 * Sample rows or columns that became more (or fewer) of them.
 *
 * @param down whether rows were added; otherwise columns
 * @param start first sample row or column
 * @param end last sample row or column
 * @param added how many came behind it
 */
record Growth(boolean down, int start, int end, int added) {
    /** What ends on the sample ends on its last copy: the sum of a sample row becomes the sum of all rows. */
    Area extended(Area area) {
        if (area.last() == null || along(area.last()) != end) {
            return area;
        }
        CellReference last = area.last();
        boolean beginsBefore = along(area.first()) < start;
        boolean vector =
                down ? area.first().getCol() == last.getCol() : area.first().getRow() == last.getRow();
        boolean single = area.first().getCol() == last.getCol() && area.first().getRow() == last.getRow();
        if (beginsBefore || (vector && (down || !single))) {
            return area.moved(area.first(), moved(last), true);
        }
        return area;
    }

    /** What touches the sample covers all its copies, and what lies behind moves: for chart series, validations and conditional formats. */
    Area covered(Area area, boolean shiftBehind) {
        int from = along(area.first());
        int to = along(area.end());
        if (from > end) {
            return shiftBehind ? area.moved(moved(area.first()), moved(area.end()), area.last() != null) : area;
        }
        if (to >= start && to <= end) {
            // where samples became fewer, the one that it begins on may be gone
            int back = Math.min(0, end + added - from);
            return area.moved(moved(area.first(), back), moved(area.end(), end - to + added), true);
        }
        return to > end && shiftBehind ? area.moved(area.first(), moved(area.end()), true) : area;
    }

    /** As a formula follows that nobody else rewrites: what ends on the sample covers its copies, what lies behind moves, a single sample cell stays. */
    Area followed(Area area) {
        Area extended = extended(area);
        return extended.equals(area) && along(area.end()) > end ? covered(area, true) : extended;
    }

    private int along(CellReference cell) {
        return down ? cell.getRow() : cell.getCol();
    }

    private CellReference moved(CellReference cell) {
        return moved(cell, added);
    }

    private CellReference moved(CellReference cell, int by) {
        return new CellReference(
                cell.getRow() + (down ? by : 0),
                cell.getCol() + (down ? 0 : by),
                cell.isRowAbsolute(),
                cell.isColAbsolute());
    }
}

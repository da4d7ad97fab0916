package xiangbao.readers.excel.workbook;

import xiangbao.statistics.submissions.CellReference;

/** A rectangle of cells, bounds included, zero-based. */
public record Area(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    /** As many rows and columns as a sheet can have. */
    public static final int MOST_ROWS = 1 << 20;

    public static final int MOST_COLUMNS = 1 << 14;

    public Area {
        if (firstRow < 0 || firstColumn < 0 || lastRow < firstRow || lastColumn < firstColumn) {
            throw new IllegalArgumentException(
                    "not an area: " + firstRow + ", " + firstColumn + ", " + lastRow + ", " + lastColumn);
        }
    }

    public boolean contains(int row, int column) {
        return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }

    /** Whether this is the cell that holds the value of a merged area. */
    public boolean startsAt(int row, int column) {
        return row == firstRow && column == firstColumn;
    }

    public boolean isSingleCell() {
        return firstRow == lastRow && firstColumn == lastColumn;
    }

    /** {@code B2:D4}. */
    public String address() {
        String first = CellReference.columnName(firstColumn) + (firstRow + 1);
        return isSingleCell() ? first : first + ":" + CellReference.columnName(lastColumn) + (lastRow + 1);
    }
}

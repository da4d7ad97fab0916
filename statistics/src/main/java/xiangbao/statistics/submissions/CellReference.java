package xiangbao.statistics.submissions;

/**
 * Where a value stood in a workbook: a plain value, so that nothing between the doors needs to know Excel.
 *
 * @param row zero-based
 * @param column zero-based
 */
public record CellReference(String sheet, int row, int column) implements Comparable<CellReference> {
    public CellReference {
        if (row < 0 || column < 0) {
            throw new IllegalArgumentException("not a cell: " + row + ", " + column);
        }
    }

    /** The address as a clerk reads it, such as {@code F8}. */
    public String address() {
        return columnName(column) + (row + 1);
    }

    public static String columnName(int column) {
        StringBuilder name = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            name.insert(0, (char) ('A' + rest % 26));
        }
        return name.toString();
    }

    @Override
    public int compareTo(CellReference other) {
        int bySheet = sheet.compareTo(other.sheet);
        if (bySheet != 0) {
            return bySheet;
        }
        int byRow = Integer.compare(row, other.row);
        return byRow != 0 ? byRow : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return sheet + "!" + address();
    }
}

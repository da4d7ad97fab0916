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

    /** The area of an address such as {@code B2:D4}, its corners in any order. */
    public static Area of(String reference) throws Unreadable {
        int colon = reference.indexOf(':');
        long first = corner(colon < 0 ? reference : reference.substring(0, colon));
        long last = colon < 0 ? first : corner(reference.substring(colon + 1));
        int firstRow = (int) (first >> 14);
        int firstColumn = (int) (first & MOST_COLUMNS - 1);
        int lastRow = (int) (last >> 14);
        int lastColumn = (int) (last & MOST_COLUMNS - 1);
        return new Area(
                Math.min(firstRow, lastRow),
                Math.min(firstColumn, lastColumn),
                Math.max(firstRow, lastRow),
                Math.max(firstColumn, lastColumn));
    }

    /** Row and column of an address such as {@code $B$7}, packed. */
    private static long corner(String reference) throws Unreadable {
        int column = 0;
        long row = 0;
        int letters = 0;
        int digits = 0;
        for (int at = 0; at < reference.length(); at++) {
            char character = reference.charAt(at);
            int letter = character & ~0x20;
            if (letter >= 'A' && letter <= 'Z' && digits == 0 && letters < 3) {
                column = column * 26 + letter - 'A' + 1;
                letters++;
            } else if (character >= '0' && character <= '9' && letters > 0 && digits < 7) {
                row = row * 10 + character - '0';
                digits++;
            } else if (character != '$') {
                throw new Unreadable(Rejection.dimensions(reference));
            }
        }
        if (column < 1 || column > MOST_COLUMNS || row < 1 || row > MOST_ROWS) {
            throw new Unreadable(Rejection.dimensions(reference));
        }
        return row - 1 << 14 | column - 1;
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

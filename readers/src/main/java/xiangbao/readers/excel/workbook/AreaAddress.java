package xiangbao.readers.excel.workbook;

/** Reads addresses as formulas and merged areas write them. */
public final class AreaAddress {
    private AreaAddress() {}

    /** The area of an address such as {@code B2:D4}, its corners in any order. */
    public static Area of(String reference) throws Unreadable {
        int colon = reference.indexOf(':');
        long first = corner(colon < 0 ? reference : reference.substring(0, colon));
        long last = colon < 0 ? first : corner(reference.substring(colon + 1));
        int firstRow = (int) (first >> 14);
        int firstColumn = (int) (first & Area.MOST_COLUMNS - 1);
        int lastRow = (int) (last >> 14);
        int lastColumn = (int) (last & Area.MOST_COLUMNS - 1);
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
        if (column < 1 || column > Area.MOST_COLUMNS || row < 1 || row > Area.MOST_ROWS) {
            throw new Unreadable(Rejection.dimensions(reference));
        }
        return row - 1 << 14 | column - 1;
    }
}

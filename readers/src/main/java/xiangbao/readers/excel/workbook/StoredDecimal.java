package xiangbao.readers.excel.workbook;

/** Tells a decimal that a spreadsheet may have stored from a text that only claims to be one. */
public final class StoredDecimal {
    /** Doubles need 17 digits and three of exponent; anything much longer was not written by a spreadsheet. */
    private static final int LONGEST = 100;

    private static final int LARGEST_EXPONENT = 400;

    private StoredDecimal() {}

    public static boolean isBelievable(char[] text, int length) {
        if (length == 0 || length > LONGEST) {
            return false;
        }
        int at = text[0] == '-' || text[0] == '+' ? 1 : 0;
        int digits = 0;
        boolean point = false;
        for (; at < length; at++) {
            char character = text[at];
            if (character >= '0' && character <= '9') {
                digits++;
            } else if (character == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        return digits > 0 && (at == length || isBelievableExponent(text, at, length));
    }

    private static boolean isBelievableExponent(char[] text, int from, int length) {
        if (text[from] != 'e' && text[from] != 'E') {
            return false;
        }
        int at = from + 1;
        if (at < length && (text[at] == '-' || text[at] == '+')) {
            at++;
        }
        if (at == length) {
            return false;
        }
        int exponent = 0;
        for (; at < length; at++) {
            if (text[at] < '0' || text[at] > '9') {
                return false;
            }
            exponent = exponent * 10 + text[at] - '0';
            if (exponent > LARGEST_EXPONENT) {
                return false;
            }
        }
        return true;
    }
}

package xiangbao.readers.excel;

import java.util.Locale;

/** Whether a number format shows a date or a percentage. */
final class NumberFormats {
    private NumberFormats() {}

    /** The flags of a {@link CellStore} for a built-in format. */
    static int flagsOf(int id) {
        boolean date = id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58;
        return date ? CellStore.DATE : id == 9 || id == 10 ? CellStore.PERCENT : 0;
    }

    /** The flags for a format code such as {@code yyyy"年"m"月"} or {@code 0.00%}. */
    static int flagsOf(String code) {
        String bare = withoutLiterals(code.toLowerCase(Locale.ROOT));
        if (bare.indexOf('%') >= 0) {
            return CellStore.PERCENT;
        }
        boolean date = !bare.contains("general")
                && (bare.chars().anyMatch(character -> "ymdhs年月日时分秒".indexOf(character) >= 0) || bare.contains("aaa"));
        return date ? CellStore.DATE : 0;
    }

    /** Drops quoted text, escaped characters, paddings, colours, conditions and locales; elapsed times such as {@code [h]} stay. */
    private static String withoutLiterals(String code) {
        StringBuilder bare = new StringBuilder();
        for (int at = 0; at < code.length(); at++) {
            char character = code.charAt(at);
            if (character == '"') {
                int end = code.indexOf('"', at + 1);
                at = end < 0 ? code.length() : end;
            } else if (character == '\\' || character == '_' || character == '*') {
                at++;
            } else if (character == '[') {
                int end = code.indexOf(']', at);
                String bracket = end < 0 ? "" : code.substring(at + 1, end);
                if (!bracket.isEmpty() && bracket.chars().allMatch(inside -> "hms".indexOf(inside) >= 0)) {
                    bare.append(bracket);
                }
                at = end < 0 ? code.length() : end;
            } else {
                bare.append(character);
            }
        }
        return bare.toString();
    }
}

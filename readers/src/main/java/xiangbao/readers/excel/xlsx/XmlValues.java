package xiangbao.readers.excel.xlsx;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What attributes and texts of a part mean. */
final class XmlValues {
    private XmlValues() {}

    static boolean isTrue(@Nullable String value) {
        return value != null && (value.equals("1") || value.equals("true") || value.equals("on"));
    }

    static boolean isFalse(@Nullable String value) {
        return value != null && (value.equals("0") || value.equals("false") || value.equals("off"));
    }

    /** Characters that XML cannot hold are written as {@code _x000D_}. */
    static String decoded(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        int copied = 0;
        while (at >= 0 && at + 7 <= text.length()) {
            String digits = text.substring(at + 2, at + 6).toLowerCase(Locale.ROOT);
            if (text.charAt(at + 6) == '_'
                    && digits.chars().allMatch(digit -> "0123456789abcdef".indexOf(digit) >= 0)) {
                result.append(text, copied, at).append((char) Integer.parseInt(digits, 16));
                copied = at + 7;
                at = text.indexOf("_x", copied);
            } else {
                at = text.indexOf("_x", at + 2);
            }
        }
        return result.append(text, copied, text.length()).toString();
    }
}

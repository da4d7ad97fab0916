package xiangbao.readers.forms.heading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 第n次报送 as a heading prints it. */
final class PrintedRound {
    private static final Pattern ROUND_IN_TEXT = Pattern.compile("第([0-9一二三四五六七八九十]+)次(?:报送|上报|填报|报)?");

    private PrintedRound() {}

    /** The number, or 0. */
    static int in(HeaderText header) {
        List<HeaderValue> all = new ArrayList<>(header.values(HeaderLabel.ROUND));
        all.addAll(header.free());
        all.addAll(header.values(HeaderLabel.PERIOD));
        for (HeaderValue value : all) {
            Matcher matcher = ROUND_IN_TEXT.matcher(value.text());
            if (matcher.find()) {
                return number(matcher.group(1));
            }
        }
        for (HeaderValue value : header.values(HeaderLabel.ROUND)) {
            String digits = value.text().replaceAll("\\D", "");
            if (!digits.isEmpty() && digits.length() <= 3) {
                return Integer.parseInt(digits);
            }
        }
        return 0;
    }

    private static int number(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return text.length() > 3 ? 0 : Integer.parseInt(text);
        }
        String digits = "〇一二三四五六七八九";
        int ten = text.indexOf('十');
        if (ten < 0) {
            return text.length() == 1 ? digits.indexOf(text) : 0;
        }
        int tens = ten == 0 ? 1 : digits.indexOf(text.charAt(ten - 1));
        int ones = ten == text.length() - 1 ? 0 : digits.indexOf(text.charAt(ten + 1));
        return 10 * tens + ones;
    }
}

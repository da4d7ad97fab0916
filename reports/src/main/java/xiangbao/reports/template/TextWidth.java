package xiangbao.reports.template;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How much room a text takes, counted in digits: a Chinese character is as wide as two. */
public final class TextWidth {
    private TextWidth() {}

    public static int of(String text) {
        return text.codePoints().map(point -> point < 0x2000 ? 1 : 2).sum();
    }

    public static int of(BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        int whole = rounded.abs().toBigInteger().toString().length();
        return whole + (whole - 1) / 3 + (decimals == 0 ? 0 : decimals + 1) + (rounded.signum() < 0 ? 1 : 0);
    }

    /** Lines that a text fills in a cell so many digits wide, with a little to spare. */
    public static int lines(String text, double width) {
        int lines = 0;
        for (String part : text.split("\n", -1)) {
            lines += Math.max(1, (int) Math.ceil(of(part) / Math.max(2, width - 1.5)));
        }
        return lines;
    }
}

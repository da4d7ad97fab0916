package xiangbao.statistics.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * How a value is written for people and for files: the one place that sets thousands apart and writes a minus sign. People see commas and a true minus in
 * every output, as the number formats of the workbooks show them; files and JSON have plain decimals.
 */
public final class FigureText {
    private static final int MOST_DECIMALS = 6;
    private static final int ROUNDED_DECIMALS = 4;
    private static final int TELLING_DIGITS = 2;
    private static final BigDecimal SMALLEST = new BigDecimal("1E-15");
    private static final char SEPARATOR = ',';
    private static final char MINUS = '\u2212';
    private static final Pattern DECIMAL = Pattern.compile("[-\u2212]?(0|[1-9]\\d*)(\\.\\d+)?");

    private FigureText() {}

    /** A plain decimal string; exact where the expansion ends soon, otherwise rounded to four decimals. */
    public static String plain(Fraction number) {
        return decimal(number).toPlainString();
    }

    private static BigDecimal decimal(Fraction number) {
        BigDecimal exact = number.toBigDecimal();
        BigDecimal shown = exact.scale() <= MOST_DECIMALS ? exact : number.toBigDecimal(ROUNDED_DECIMALS);
        boolean lost = shown.precision() < TELLING_DIGITS && exact.scale() > MOST_DECIMALS;
        if (lost && exact.abs().compareTo(SMALLEST) > 0) {
            // What is not zero is never shown as zero.
            shown = exact.round(new MathContext(TELLING_DIGITS));
        }
        return shown.signum() == 0 ? BigDecimal.ZERO : shown.stripTrailingZeros();
    }

    /** For people: thousands apart by commas, a true minus sign. */
    public static String grouped(Fraction number) {
        return grouped(decimal(number));
    }

    /** The same, with the decimals that the number carries. */
    public static String grouped(BigDecimal number) {
        String plain = number.abs().toPlainString();
        int point = plain.indexOf('.');
        StringBuilder text = new StringBuilder(point < 0 ? plain : plain.substring(0, point));
        for (int place = text.length() - 3; place > 0; place -= 3) {
            text.insert(place, SEPARATOR);
        }
        if (point >= 0) {
            text.append(plain, point, plain.length());
        }
        return number.signum() < 0 ? MINUS + text.toString() : text.toString();
    }

    /** A decimal string as people read it; any other text as it is. */
    public static String grouped(String text) {
        return DECIMAL.matcher(text).matches() ? grouped(new BigDecimal(text.replace(MINUS, '-'))) : text;
    }

    /** The number format that shows a cell of a workbook in the same way. */
    public static String format(int decimals) {
        String digits = "#" + SEPARATOR + "##0" + (decimals == 0 ? "" : "." + "0".repeat(decimals));
        return digits + ";\"" + MINUS + "\"" + digits;
    }

    /** With its unit of measurement behind it; an empty one is left out. */
    public static String measured(Fraction number, String unit) {
        return grouped(number) + unitShown(unit);
    }

    /** A value with its unit of measurement; only numbers have one. */
    public static String measured(Value value, String unit) {
        return shown(value) + (value instanceof Value.Numeric ? unitShown(unit) : "");
    }

    private static String unitShown(String unit) {
        return unit.isEmpty() || unit.startsWith("%") || unit.startsWith("‰") ? unit : " " + unit;
    }

    public static String shown(Value value) {
        if (value instanceof Value.Numeric numeric) {
            return grouped(numeric.number());
        } else if (value instanceof Value.Day day) {
            return dayShown(day.day());
        } else if (value instanceof Value.Text text) {
            return "“" + text.text() + "”";
        }
        return ((Value.Truth) value).holds() ? "成立" : "不成立";
    }

    /** As it goes into a file: a decimal string, an ISO date, the text itself. */
    public static String plain(Value value) {
        if (value instanceof Value.Numeric numeric) {
            return plain(numeric.number());
        } else if (value instanceof Value.Day day) {
            return day.day().toString();
        } else if (value instanceof Value.Text text) {
            return text.text();
        }
        return ((Value.Truth) value).holds() ? "成立" : "不成立";
    }

    private static String dayShown(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}

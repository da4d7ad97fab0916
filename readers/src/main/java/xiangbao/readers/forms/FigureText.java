package xiangbao.readers.forms;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text in a figure's cell says. It never becomes a number by guess, and never zero. */
sealed interface FigureText {
    /** As many digits as a spreadsheet shows. */
    MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

    /**
     * A number in other clothes: full-width, grouped, with its unit.
     *
     * @param unit what was typed behind the number, or empty
     */
    record Number(BigDecimal value, String unit) implements FigureText {}

    /** A blank or one of the marks that people type for nothing. */
    record Missing() implements FigureText {}

    /** Anything else. */
    record NoNumber() implements FigureText {}

    Set<String> MISSING_MARKS = Set.of(
            "-", "--", "---", "/", "//", "\\", "无", "无此项", "没有", "暂无", "不详", "缺", "缺失", "n/a", "na", "null", "none",
            "nil", "x", "×", "...", "......", "…", "〃", "″", "\"", "''", "同上", "同上年", "同上期", "待统计", "待核", "未统计", "未报",
            "空", "?", "#", "*", "。", ".");

    Pattern NUMBER = Pattern.compile("([+-]?)(\\d{1,3}(?:[, ]\\d{3})+|\\d+)(\\.\\d+)?(.*)");

    static FigureText of(String text) {
        String plain = PlainText.of(text);
        String mark = PlainText.hyphens(plain).replace(" ", "").toLowerCase(Locale.ROOT);
        if (mark.isEmpty() || MISSING_MARKS.contains(mark) || mark.chars().allMatch(c -> c == '-')) {
            return new Missing();
        }
        // NFKC would turn 12² into 122 and ① into 1
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.OTHER_NUMBER)) {
            return new NoNumber();
        }
        String signed = plain.replaceFirst("^[−–‐‑﹣]\\s*(?=\\d)", "-");
        Matcher matcher = NUMBER.matcher(signed);
        if (!matcher.matches()) {
            return new NoNumber();
        }
        String whole = matcher.group(2).replaceAll("[, ]", "");
        String fraction = matcher.group(3) == null ? "" : matcher.group(3);
        if (whole.length() + fraction.length() > 40) {
            return new NoNumber();
        }
        String rest = matcher.group(4).strip();
        if (rest.equals("。") || rest.equals(".")) {
            rest = "";
        }
        if (rest.startsWith("(") && rest.endsWith(")")) {
            rest = rest.substring(1, rest.length() - 1).strip();
        }
        String sign = matcher.group(1).equals("-") ? "-" : "";
        return new Number(normalised(new BigDecimal(sign + whole + fraction)), rest);
    }

    static BigDecimal normalised(BigDecimal stored) {
        BigDecimal shown = stored.round(SHOWN).stripTrailingZeros();
        // 1212.0 is how some programs store 1212; 1.2E+3 is how Java would print it
        return shown.scale() < 0 ? shown.setScale(0) : shown;
    }
}

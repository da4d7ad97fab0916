package xiangbao.readers.forms.wording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text in a figure's cell says. It never becomes a number by guess, and never zero. */
public sealed interface TypedFigure {
    /** As many digits as a spreadsheet shows. */
    MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

    /**
     * A number in other clothes: full-width, grouped, with its unit.
     *
     * @param unit what was typed behind the number, or empty
     */
    record Number(BigDecimal value, String unit) implements TypedFigure {}

    /** A blank or one of the marks that people type for nothing. */
    record Missing() implements TypedFigure {}

    /** Anything else. */
    record NoNumber() implements TypedFigure {}

    Set<String> MISSING_MARKS = Set.of(
            "-", "--", "---", "/", "//", "\\", "无", "无此项", "没有", "暂无", "不详", "缺", "缺失", "n/a", "na", "null", "none",
            "nil", "x", "×", "...", "......", "…", "〃", "″", "\"", "''", "同上", "同上年", "同上期", "待统计", "待核", "未统计", "未报",
            "空", "?", "#", "*", "。", ".");

    /** A number in one piece; blanks or commas, one kind of them, part its digits by threes. */
    Pattern NUMBER = Pattern.compile(
            "([+-]?)(?:([¥$]) ?([+-]?) ?)?(\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?: \\d{3})+|\\d+)(\\.\\d*)?(?![\\d,])(.*)");

    /** What breaks a cell into two, or shows its digits in another order; U+3000 is as wide as two digits. */
    Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u3000]");

    /** Invisible and harmless: they part no digits and turn nothing around. */
    Pattern NOTHING_TO_SEE = Pattern.compile("[\\u00ad\\u200b-\\u200d\\u2060\\ufeff]");

    Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}]");

    Pattern MARGIN = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    static TypedFigure of(String text) {
        String plain = PlainText.of(text);
        String mark = PlainText.hyphens(plain).replace(" ", "").toLowerCase(Locale.ROOT);
        if (mark.isEmpty() || MISSING_MARKS.contains(mark) || mark.chars().allMatch(c -> c == '-')) {
            return new Missing();
        }
        if (isBroken(text)) {
            return new NoNumber();
        }
        String seen = seen(text);
        // NFKC would turn 12² into 122 and ① into 1
        if (seen.codePoints().anyMatch(c -> Character.getType(c) == Character.OTHER_NUMBER)) {
            return new NoNumber();
        }
        String line = Normalizer.normalize(seen, Normalizer.Form.NFKC);
        String signed = line.replaceFirst("^[−–‐‑﹣]\\s*(?=[\\d¥$])", "-");
        Matcher matcher = NUMBER.matcher(signed);
        if (!matcher.matches()) {
            return new NoNumber();
        }
        String currency = matcher.group(2) == null ? "" : matcher.group(2);
        String sign = matcher.group(1) + (currency.isEmpty() ? "" : matcher.group(3));
        String whole = matcher.group(4).replaceAll("[, ]", "");
        String fraction = matcher.group(5) == null ? "" : matcher.group(5);
        if (sign.length() > 1 || whole.length() + fraction.length() > 40) {
            return new NoNumber();
        }
        String rest = matcher.group(6).strip();
        if (rest.equals("。") || rest.equals(".")) {
            rest = "";
        }
        if (rest.startsWith("(") && rest.endsWith(")")) {
            rest = rest.substring(1, rest.length() - 1).strip();
        }
        if (!currency.isEmpty()) {
            String name = currency.equals("¥") ? "元" : "美元";
            rest = rest.endsWith(name) ? rest : rest + name;
        }
        return new Number(normalised(new BigDecimal(sign + whole + fraction)), rest);
    }

    /** Whether something stands in it that makes two numbers of one, or another one of it on the screen. */
    static boolean isBroken(String text) {
        String seen = seen(text);
        return BREAKS.matcher(seen).find() || UNSEEN.matcher(seen).find();
    }

    private static String seen(String text) {
        return MARGIN.matcher(NOTHING_TO_SEE.matcher(text).replaceAll("")).replaceAll("");
    }

    static BigDecimal normalised(BigDecimal stored) {
        BigDecimal shown = stored.round(SHOWN).stripTrailingZeros();
        // 1212.0 is how some programs store 1212; 1.2E+3 is how Java would print it
        return shown.scale() < 0 ? shown.setScale(0) : shown;
    }
}

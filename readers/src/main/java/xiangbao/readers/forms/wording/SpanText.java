package xiangbao.readers.forms.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads months of a year as titles, folders and file names write them. */
public final class SpanText {
    private static final String MONTH = "(\\d{1,2}|十[一二]?|[一二三四五六七八九])";
    private static final Pattern PERIOD = Pattern.compile("(?<!\\d)(20\\d{2}|19\\d{2})(?:年度?)?-?(?:"
            + "[Qq]([1-4])(?!\\d)"
            + "|[SsHh]([12])(?!\\d)"
            + "|(前)?第?([一二三四1-4])季度?"
            + "|([上下])半年"
            + "|" + MONTH + "月?-(?:\\d{4}年)?" + MONTH + "月"
            + "|(?<=年)" + MONTH + "月(?!份?\\d{1,2}[日号])"
            + "|(?<=-)(0[1-9]|1[0-2])(?![-./\\d年])"
            + "|(?<=年|年度)(?![-\\d一二三四五六七八九十第前上下])"
            + ")");
    private static final Pattern BARE_QUARTER = Pattern.compile("(?<![年度第前\\d-])第?([一二三四1-4])季度");
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final Pattern CHINESE_YEAR = Pattern.compile("([一二][〇零○Oo0一二三四五六七八九]{3})年");

    private SpanText() {}

    /** Every span that a text names, in its order; full dates are none. */
    public static List<Span> spans(String text) {
        String compact = PlainText.hyphens(PlainText.compact(text))
                .replace("至", "-")
                .replace("到", "-")
                .replaceAll("(?<=\\d)[./](?=\\d)", "-");
        compact = CHINESE_YEAR.matcher(compact).replaceAll(match -> arabic(match.group(1)) + "年");
        List<Span> spans = new ArrayList<>();
        Matcher matcher = PERIOD.matcher(compact);
        while (matcher.find()) {
            int year = Integer.parseInt(matcher.group(1));
            String written = matcher.group();
            int from;
            int to;
            if (matcher.group(2) != null) {
                to = 3 * Integer.parseInt(matcher.group(2));
                from = to - 2;
            } else if (matcher.group(3) != null) {
                to = 6 * Integer.parseInt(matcher.group(3));
                from = to - 5;
            } else if (matcher.group(5) != null) {
                to = 3 * number(matcher.group(5));
                from = matcher.group(4) == null ? to - 2 : 1;
            } else if (matcher.group(6) != null) {
                to = matcher.group(6).equals("上") ? 6 : 12;
                from = to - 5;
            } else if (matcher.group(7) != null) {
                from = number(matcher.group(7));
                to = number(matcher.group(8));
            } else if (matcher.group(9) != null) {
                from = number(matcher.group(9));
                to = from;
            } else if (matcher.group(10) != null) {
                from = Integer.parseInt(matcher.group(10));
                to = from;
            } else {
                from = 1;
                to = 12;
            }
            if (from >= 1 && from <= to && to <= 12) {
                spans.add(new Span(year, from, to, written));
            }
        }
        return spans;
    }

    /** The quarter that a file name mentions without saying of which year. */
    public static Optional<Integer> quarterWithoutYear(String text) {
        Matcher matcher = BARE_QUARTER.matcher(PlainText.compact(text));
        return matcher.find() ? Optional.of(number(matcher.group(1))) : Optional.empty();
    }

    private static int number(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return Integer.parseInt(text);
        }
        if (text.charAt(0) == '十') {
            return text.length() == 1 ? 10 : 10 + DIGITS.indexOf(text.charAt(1));
        }
        return DIGITS.indexOf(text.charAt(0));
    }

    private static String arabic(String year) {
        StringBuilder digits = new StringBuilder();
        for (char digit : year.toCharArray()) {
            digits.append(Math.max(0, DIGITS.indexOf(digit)));
        }
        return digits.toString();
    }
}

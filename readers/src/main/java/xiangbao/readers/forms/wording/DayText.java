package xiangbao.readers.forms.wording;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people write them: 2026-01-31, 2026/1/31, 2026.1.31, 2026年1月31日, 20260131. */
public final class DayText {
    private static final Pattern FULL =
            Pattern.compile("((?:19|20)\\d{2})(?:年|[-./])(\\d{1,2})(?:月|[-./])(\\d{1,2})(?:日|号)?(?:\\d{1,2}:.*)?");
    private static final Pattern DIGITS = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern MONTH = Pattern.compile("((?:19|20)\\d{2})(?:年|[-./])(\\d{1,2})月?(?:底|末)?");

    private DayText() {}

    /** The day; empty when the text is none, or only a month or a year. */
    public static Optional<LocalDate> day(String text) {
        String plain = PlainText.hyphens(PlainText.compact(text));
        Matcher matcher = FULL.matcher(plain);
        if (!matcher.matches()) {
            matcher = DIGITS.matcher(plain);
            if (!matcher.matches()) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A day, or the last day of a month. */
    public static Optional<LocalDate> lastDay(String text) {
        Optional<LocalDate> day = day(text);
        if (day.isPresent()) {
            return day;
        }
        Matcher matcher = MONTH.matcher(PlainText.hyphens(PlainText.compact(text)));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int month = Integer.parseInt(matcher.group(2));
        return month < 1 || month > 12
                ? Optional.empty()
                : Optional.of(
                        YearMonth.of(Integer.parseInt(matcher.group(1)), month).atEndOfMonth());
    }
}

package xiangbao.console;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;

/** Which period was probably meant by one that is written as people speak of it: 2026Q3, 2026年三季度, 2026年9月, 2026-9. */
final class PeriodSpelling {
    private static final String ORDINALS = "一二三四";
    private static final Pattern SPOKEN = Pattern.compile("(?<year>\\d{4})(?:年度?|[-./_])?(?:"
            + "(?:Q|第)?(?<quarter>[1-4一二三四])(?:季度?|Q)|Q(?<q>[1-4])"
            + "|(?:S|H)(?<half>[12])|(?<first>上半年)|(?<second>下半年)"
            + "|(?<month>0?[1-9]|1[0-2])月?份?"
            + "|(?:全年|年报)?)");

    private PeriodSpelling() {}

    static Optional<ReferencePeriod> meant(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
        Matcher matcher = SPOKEN.matcher(plain);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(period(Integer.parseInt(matcher.group("year")), matcher));
        } catch (IllegalArgumentException noSuchYear) {
            return Optional.empty();
        }
    }

    private static ReferencePeriod period(int year, Matcher matcher) {
        if (matcher.group("quarter") != null) {
            String ordinal = matcher.group("quarter");
            int place = ORDINALS.indexOf(ordinal);
            return new ReferencePeriod(year, Frequency.QUARTER, place >= 0 ? place + 1 : Integer.parseInt(ordinal));
        }
        if (matcher.group("q") != null) {
            return new ReferencePeriod(year, Frequency.QUARTER, Integer.parseInt(matcher.group("q")));
        }
        if (matcher.group("half") != null) {
            return new ReferencePeriod(year, Frequency.HALF_YEAR, Integer.parseInt(matcher.group("half")));
        }
        if (matcher.group("first") != null || matcher.group("second") != null) {
            return new ReferencePeriod(year, Frequency.HALF_YEAR, matcher.group("first") != null ? 1 : 2);
        }
        return matcher.group("month") != null
                ? new ReferencePeriod(year, Frequency.MONTH, Integer.parseInt(matcher.group("month")))
                : new ReferencePeriod(year, Frequency.YEAR, 1);
    }

    /** What is put behind a message about a period that is written wrong; empty when nobody knows what was meant. */
    static String suggestion(String text) {
        return meant(text).map(period -> "您是不是想写 " + period + "？").orElse("");
    }
}

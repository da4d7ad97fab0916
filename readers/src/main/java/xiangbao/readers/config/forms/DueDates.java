package xiangbao.readers.config.forms;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xiangbao.readers.config.documents.ScalarText;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.periods.DueDay;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;

/** {@code due-dates} of a form: the days on which single periods are due, whatever holds for the others. */
final class DueDates {
    private static final String NEXT_YEAR = "次年";
    private static final Pattern DATE = Pattern.compile("(次年)?(\\d{2}-\\d{2})");
    private static final Pattern NEARLY =
            Pattern.compile("(次年|明年|第二年)?\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*[日号]?");
    /** Any leap year and the one after it: what counts is the order of the days. */
    private static final int SOME_YEAR = 2028;

    private DueDates() {}

    static Map<Integer, DueDay> read(Section form, Optional<Frequency> frequency) {
        Map<Integer, DueDay> exceptions = new LinkedHashMap<>();
        for (YamlValue.Entry entry :
                form.value("due-dates").map(YamlValue::entries).orElse(List.of())) {
            Optional<Integer> ordinal = PeriodsOfYear.ordinal(entry.value(), entry.key(), frequency);
            Optional<DueDay.DateOfYear> date = date(entry.value());
            if (frequency.isPresent() && ordinal.isPresent() && date.isPresent()) {
                checkOrder(entry, new ReferencePeriod(SOME_YEAR, frequency.get(), ordinal.get()), date.get());
                exceptions.put(ordinal.get(), date.get());
            }
        }
        return exceptions;
    }

    private static Optional<DueDay.DateOfYear> date(YamlValue value) {
        Optional<String> text = value.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher written = DATE.matcher(text.get());
        Optional<MonthDay> day = written.matches() ? ScalarText.monthDay(written.group(2)) : Optional.empty();
        if (day.isEmpty()) {
            value.wrong(
                    "“due-dates”中的“" + value.name() + "”应为月和日，如 06-20；下一年的写 次年01-10，而这里是“" + text.get() + "”",
                    suggestion(text.get()));
            return Optional.empty();
        }
        return Optional.of(new DueDay.DateOfYear(day.get(), written.group(1) == null ? 0 : 1));
    }

    private static String suggestion(String text) {
        Matcher nearly = NEARLY.matcher(text);
        if (!nearly.matches()) {
            return "";
        }
        String date = String.format(
                Locale.ROOT, "%02d-%02d", Integer.parseInt(nearly.group(2)), Integer.parseInt(nearly.group(3)));
        return ScalarText.monthDay(date).isEmpty() ? "" : (nearly.group(1) == null ? "" : NEXT_YEAR) + date;
    }

    /** A form cannot be due before what it is about has begun. */
    private static void checkOrder(YamlValue.Entry entry, ReferencePeriod period, DueDay.DateOfYear date) {
        LocalDate due = date.of(period);
        if (due.isBefore(period.firstDay())) {
            String written = String.format(
                    Locale.ROOT,
                    "%02d-%02d",
                    date.date().getMonthValue(),
                    date.date().getDayOfMonth());
            entry.value()
                    .wrong(
                            "“due-dates”中 " + entry.key() + " 的期限 " + written + " 早于这一期的第一天（"
                                    + period.firstDay().getMonthValue() + "月1日）",
                            NEXT_YEAR + written);
        }
    }
}

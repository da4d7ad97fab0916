package xiangbao.readers.config.forms;

import java.util.Map;
import java.util.Optional;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.periods.DueDay;
import xiangbao.statistics.periods.DueRule;
import xiangbao.statistics.periods.Frequency;

/** What a form says about when it is due: {@code due-days} or {@code due-day}, {@code due-dates}, {@code due-shift}. */
final class DueKeys {
    static final Map<String, DueRule.Shift> SHIFTS = YamlValue.titled(DueRule.Shift.values(), DueRule.Shift::title);

    private DueKeys() {}

    static DueRule read(Section form, Optional<Frequency> frequency) {
        return new DueRule(
                usual(form),
                DueDates.read(form, frequency),
                form.value("due-shift").flatMap(value -> value.choice(SHIFTS)).orElse(DueRule.Shift.NEXT));
    }

    private static DueDay usual(Section form) {
        Optional<YamlValue> days = form.value("due-days");
        Optional<YamlValue> day = form.value("due-day");
        if (days.isPresent() && day.isPresent()) {
            form.refuse("due-day", "已有“due-days”，两个只写一个");
        }
        boolean misspelt = form.isMeant("due-days") || form.isMeant("due-day");
        if (days.isEmpty() && day.isEmpty() && form.whole().isMapping() && !misspelt) {
            form.whole().wrong("缺少“due-days”（报告期结束后几天）或“due-day”（期末那个月的几日）");
        }
        return days.isEmpty() && day.isPresent()
                ? new DueDay.DayOfLastMonth(
                        day.flatMap(value -> value.integer(1, 31)).orElse(1))
                : new DueDay.DaysAfter(
                        days.flatMap(value -> value.integer(-31, 366)).orElse(0));
    }
}

package xiangbao.readers.config.settings;

import java.util.List;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;

/** {@code reminders}: 催报规则. */
final class RemindersSection {
    private static final List<String> KEYS = List.of("before", "after", "at-most-days");

    private RemindersSection() {}

    static ReminderPolicy read(YamlValue value) {
        Section section = new Section(value, KEYS);
        ReminderPolicy standard = ReminderPolicy.STANDARD;
        List<Integer> before = section.value("before")
                .map(days -> days.list().stream()
                        .flatMap(day -> day.integer(0, ReminderPolicy.FARTHEST_BEFORE).stream())
                        .toList())
                .orElse(standard.before());
        ReminderPolicy.After after = section.value("after")
                .flatMap(word ->
                        word.choice(YamlValue.titled(ReminderPolicy.After.values(), ReminderPolicy.After::title)))
                .orElse(standard.after());
        return new ReminderPolicy(
                before, after, section.integer("at-most-days", standard.atMostDays(), 1, ReminderPolicy.LONGEST_AFTER));
    }
}

package xiangbao.readers.config.reporting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.definitions.WorkCalendar;

/** {@code calendar.yaml}: 节假日 and 调休. */
public final class CalendarFile {
    public static final String NAME = "calendar.yaml";
    static final List<String> KEYS = List.of("holidays", "workdays");

    private CalendarFile() {}

    public static WorkCalendar read(YamlValue root) {
        Section section = new Section(root, KEYS);
        Set<LocalDate> holidays = days(section, "holidays", Set.of());
        Set<LocalDate> workdays = days(section, "workdays", holidays);
        return new WorkCalendar(holidays, workdays);
    }

    private static Set<LocalDate> days(Section section, String key, Set<LocalDate> holidays) {
        Set<LocalDate> days = new LinkedHashSet<>();
        for (YamlValue item : section.required(key).map(YamlValue::list).orElse(List.of())) {
            item.day().ifPresent(day -> {
                if (!days.add(day)) {
                    item.wrong("“" + key + "”中的 " + day + " 重复");
                } else if (holidays.contains(day)) {
                    item.wrong(day + " 既是放假日，又是上班日");
                } else if (key.equals("workdays")
                        && day.getDayOfWeek() != DayOfWeek.SATURDAY
                        && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                    item.wrong(day + " 不是周末，不必列为调休上班日");
                }
            });
        }
        return days;
    }
}

package xiangbao.readers.config.reporting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.definitions.WorkCalendar;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.periods.DueRule;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.relations.FormRules;

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

    /** Every year in which a form about the plan's year falls due must be there: without its holidays a due day cannot be moved off them. */
    public static void checkYears(YamlValue root, WorkCalendar calendar, Collection<FormRules> forms, Plan plan) {
        Map<Integer, List<String>> needed = new TreeMap<>();
        for (FormRules rules : forms) {
            Form form = rules.form();
            for (int ordinal = 1; plan.year() > 0 && ordinal <= form.frequency().perYear(); ordinal++) {
                ReferencePeriod period = new ReferencePeriod(plan.year(), form.frequency(), ordinal);
                LocalDate due = form.due().day(period);
                if (rules.enabled()
                        && form.due().shift() != DueRule.Shift.NONE
                        && form.validity().covers(period.lastDay())) {
                    needed.computeIfAbsent(due.getYear(), year -> new ArrayList<>())
                            .add(form.code() + " " + period.title() + "的期限 " + due);
                }
            }
        }
        new Section(root, KEYS)
                .value("holidays")
                .ifPresent(value -> needed.forEach((year, dues) -> {
                    if (calendar.holidays().stream().noneMatch(day -> day.getYear() == year)) {
                        value.wrong("缺少" + year + "年的放假日，而" + dues.get(0)
                                + (dues.size() > 1 ? " 等" + dues.size() + "个期限" : "")
                                + "在这一年，遇节假日无法顺延；请按国务院办公厅的通知补上，通知没有印发的先写法定节日，如 " + year + "-01-01");
                    }
                }));
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

package xiangbao.readers.config.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.definitions.WorkCalendar;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.periods.DueRule;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.relations.FormRules;

/** Whether the calendar knows every year in which a form about the plan's year falls due: without its holidays a due day cannot be moved off them. */
public final class CalendarYears {
    private CalendarYears() {}

    public static void check(YamlValue root, WorkCalendar calendar, Collection<FormRules> forms, Plan plan) {
        Map<Integer, List<String>> needed = needed(forms, plan);
        new Section(root, CalendarFile.KEYS)
                .value("holidays")
                .ifPresent(value -> needed.forEach((year, dues) -> {
                    if (calendar.holidays().stream().noneMatch(day -> day.getYear() == year)) {
                        value.wrong("缺少" + year + "年的放假日，而" + dues.get(0)
                                + (dues.size() > 1 ? " 等" + dues.size() + "个期限" : "")
                                + "在这一年，遇节假日无法顺延；请按国务院办公厅的通知补上，通知没有印发的先写法定节日，如 " + year + "-01-01");
                    }
                }));
    }

    /** What falls due in each year. */
    private static Map<Integer, List<String>> needed(Collection<FormRules> forms, Plan plan) {
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
        return needed;
    }
}

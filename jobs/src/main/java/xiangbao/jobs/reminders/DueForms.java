package xiangbao.jobs.reminders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import xiangbao.jobs.workspace.ConfigurationMistakesException;
import xiangbao.jobs.workspace.OfficeSettings;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.jobs.workspace.OrderedScope;
import xiangbao.readers.config.settings.ReadSchedule;
import xiangbao.readers.config.settings.ReminderPolicy;
import xiangbao.readers.config.settings.ScheduleReader;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;

/** The forms and periods about which somebody is reminded on a day: those that are ordered, or those whose due day is near enough by the policy. */
final class DueForms {
    private final OfficeSettings settings;
    private final Definitions definitions;

    DueForms(OfficeSettings settings, Definitions definitions) {
        this.settings = settings;
        this.definitions = definitions;
    }

    /** Those that an order means, or those that the policy has somebody reminded of on the day. */
    List<DueForm> of(RemindOrder order, LocalDate today) {
        FormCode form = order.form().orElse(null);
        if (form != null && definitions.form(form).filter(FormRules::enabled).isEmpty()) {
            throw new OrderMistakeException(OrderedScope.unknownForm(definitions, form));
        }
        ReferencePeriod county = order.period().orElse(null);
        if (county != null && county.firstDay().isAfter(today)) {
            throw new OrderMistakeException(county.title() + "还没有开始，没有要催的。");
        }
        ReminderPolicy policy = policy();
        List<DueForm> found = new ArrayList<>();
        for (FormRules rules : definitions.enabledForms()) {
            if (form != null && !rules.form().code().equals(form)) {
                continue;
            }
            Frequency frequency = rules.form().frequency();
            if (county != null) {
                ReferencePeriod period = county.latestEnded(frequency);
                found.add(new DueForm(rules, period, definitions.dueDay(rules, period)));
            } else {
                found.addAll(byPolicy(rules, policy, today));
            }
        }
        return found;
    }

    private ReminderPolicy policy() {
        // what is wrong with a cron expression concerns only those who serve
        ReadSchedule read = ScheduleReader.read(settings.config(), cron -> "");
        ConfigurationMistakesException.refuse(read.mistakes());
        return read.reminders();
    }

    /** The periods of a form of which somebody is reminded today: those whose due day is near, before or after the period's end, the longest overdue first. */
    private List<DueForm> byPolicy(FormRules rules, ReminderPolicy policy, LocalDate today) {
        List<DueForm> found = new ArrayList<>();
        Frequency frequency = rules.form().frequency();
        ReferencePeriod period =
                new ReferencePeriod(today.getYear(), frequency, (today.getMonthValue() - 1) / frequency.months() + 1);
        // a due day may lie up to a year behind its period, in “次年”
        LocalDate oldest = today.minusDays(policy.atMostDays()).minusYears(1);
        for (ReferencePeriod one = period.next(); !one.lastDay().isBefore(oldest); one = one.previous()) {
            LocalDate due = definitions.dueDay(rules, one);
            if (policy.reminds(today, due, definitions.calendar())) {
                found.add(0, new DueForm(rules, one, due));
            }
        }
        return found;
    }
}

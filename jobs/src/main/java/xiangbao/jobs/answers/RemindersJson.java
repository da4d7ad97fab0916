package xiangbao.jobs.answers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.reminders.RemindAnswer;
import xiangbao.jobs.reminders.ReminderItem;
import xiangbao.jobs.reminders.UnitReminder;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** Who was reminded of what. */
public record RemindersJson(
        LocalDate day, int exit, List<Reminder> units, String summary, Path folder, List<String> files) {
    public static RemindersJson of(RemindAnswer answer) {
        return new RemindersJson(
                answer.day(),
                answer.needsAttention() ? 1 : 0,
                answer.units().stream().map(Reminder::of).toList(),
                answer.summary(),
                answer.folder(),
                answer.files());
    }

    /** What is said to a unit. */
    public record Reminder(
            @JsonUnwrapped NamedUnit unit,
            List<Owed> items,
            String subject,
            String text,
            UnitReminder.Sending sending,
            String note,
            List<String> files) {
        static Reminder of(UnitReminder one) {
            return new Reminder(
                    new NamedUnit(one.unit(), one.unitName()),
                    one.items().stream().map(Owed::of).toList(),
                    one.subject(),
                    one.text(),
                    one.sending(),
                    one.note(),
                    one.files());
        }
    }

    /** What a unit owes. */
    public record Owed(
            ReminderItem.Kind kind,
            String state,
            FormCode form,
            String title,
            ReferencePeriod period,
            LocalDate due,
            long daysLeft,
            @Nullable String feedback) {
        static Owed of(ReminderItem item) {
            return new Owed(
                    item.kind(),
                    item.kind().title(),
                    item.form(),
                    item.title(),
                    item.period(),
                    item.due(),
                    item.daysLeft(),
                    item.feedback().isEmpty() ? null : item.feedback());
        }
    }
}

package xiangbao.readers.config.settings;

import java.util.List;
import xiangbao.readers.config.documents.ConfigurationMistake;

/**
 * What reading {@code application.yaml} gave.
 *
 * @param tasks those that are switched on, in the order of the file; only to be used when there is no mistake
 * @param reminders on which days somebody is reminded
 */
public record ReadSchedule(List<ScheduledTask> tasks, ReminderPolicy reminders, List<ConfigurationMistake> mistakes) {
    public ReadSchedule {
        tasks = List.copyOf(tasks);
        mistakes = List.copyOf(mistakes);
    }
}

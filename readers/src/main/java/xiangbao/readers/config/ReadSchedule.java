package xiangbao.readers.config;

import java.util.List;

/**
 * What reading {@code application.yaml} gave.
 *
 * @param tasks those that are switched on, in the order of the file; only to be used when there is no mistake
 */
public record ReadSchedule(List<ScheduledTask> tasks, List<ConfigurationMistake> mistakes) {
    public ReadSchedule {
        tasks = List.copyOf(tasks);
        mistakes = List.copyOf(mistakes);
    }
}

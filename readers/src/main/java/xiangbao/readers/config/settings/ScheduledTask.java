package xiangbao.readers.config.settings;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Something that {@code serve} does by itself at certain times.
 *
 * @param name by which it is known, here and in the database; of all tasks only one has it
 * @param cron seconds, minutes, hours, days, months, weekdays
 * @param period what a county run is about; null for everything else
 */
public record ScheduledTask(
        String name,
        Kind kind,
        String cron,
        ZoneId zone,
        @Nullable RelativePeriod period) {
    /** Stands for the cron of a task that is switched off. */
    public static final String OFF = "-";

    /** What is done. */
    public enum Kind {
        /** One pass over the whole inbox, for every period that has something new. */
        INTAKE,
        /** A county run of one period, whether something is new or not. */
        COUNTY_RUN,
        REMINDERS,
        HOUSEKEEPING
    }
}

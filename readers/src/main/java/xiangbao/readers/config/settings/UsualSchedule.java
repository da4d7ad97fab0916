package xiangbao.readers.config.settings;

import java.time.ZoneId;
import java.util.List;

/** When {@code serve} does what if the file says nothing. */
final class UsualSchedule {
    private UsualSchedule() {}

    /** Each with its name and cron, and a county run with its period. */
    static List<ScheduledTask> tasks(ZoneId zone) {
        return List.of(
                new ScheduledTask("intake", ScheduledTask.Kind.INTAKE, "0 0 * * * ?", zone, null),
                run("0 0 7 11 * ?", RelativePeriod.PREVIOUS_MONTH, zone),
                run("0 0 7 16 1,4,7,10 ?", RelativePeriod.PREVIOUS_QUARTER, zone),
                new ScheduledTask("reminders", ScheduledTask.Kind.REMINDERS, "0 0 9 ? * *", zone, null),
                new ScheduledTask("housekeeping", ScheduledTask.Kind.HOUSEKEEPING, "0 30 3 * * ?", zone, null));
    }

    private static ScheduledTask run(String cron, RelativePeriod period, ZoneId zone) {
        return new ScheduledTask(runName(period.word()), ScheduledTask.Kind.COUNTY_RUN, cron, zone, period);
    }

    /** By which a county run is known. */
    static String runName(String name) {
        return "run-" + name;
    }
}

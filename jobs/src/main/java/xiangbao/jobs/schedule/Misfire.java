package xiangbao.jobs.schedule;

import org.quartz.CronScheduleBuilder;
import xiangbao.readers.config.settings.ScheduledTask;

/** What becomes of a time that passed while nobody served, or while all threads were busy. */
enum Misfire {
    /** Once, as soon as somebody serves again; however many times passed. */
    ONCE_AT_ONCE("补做一次"),
    /** Not at all: the next time does the same work. */
    NEXT_TIME("等下一次");

    private final String title;

    Misfire(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** A county run and a reminder are awaited by people; intake and housekeeping lose nothing by waiting. */
    static Misfire of(ScheduledTask.Kind kind) {
        return switch (kind) {
            case COUNTY_RUN, REMINDERS -> ONCE_AT_ONCE;
            case INTAKE, HOUSEKEEPING -> NEXT_TIME;
        };
    }

    CronScheduleBuilder apply(CronScheduleBuilder schedule) {
        return switch (this) {
            case ONCE_AT_ONCE -> schedule.withMisfireHandlingInstructionFireAndProceed();
            case NEXT_TIME -> schedule.withMisfireHandlingInstructionDoNothing();
        };
    }
}

package xiangbao.jobs.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xiangbao.jobs.Office;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.pipeline.MainJob;
import xiangbao.jobs.pipeline.RunOrder;
import xiangbao.jobs.reminders.RemindOrder;
import xiangbao.jobs.reminders.Reminding;
import xiangbao.jobs.worker.RunListener;
import xiangbao.readers.config.settings.RelativePeriod;
import xiangbao.readers.config.settings.ScheduledTask;
import xiangbao.statistics.periods.ReferencePeriod;

/** Does what a schedule says, through the same office that commands go to. */
final class ScheduledDuties {
    static final String ACTOR = "serve";
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledDuties.class);

    private final Office office;
    private final Housekeeping housekeeping;
    private final Clock clock;
    private final Map<String, ScheduledTask> tasks = new LinkedHashMap<>();

    ScheduledDuties(Office office, Housekeeping housekeeping, Clock clock, List<ScheduledTask> tasks) {
        this.office = office;
        this.housekeeping = housekeeping;
        this.clock = clock;
        tasks.forEach(task -> this.tasks.put(task.name(), task));
    }

    /** Does the task of a name; one that is not in the file any more is left alone. */
    void perform(String name) {
        ScheduledTask task = tasks.get(name);
        if (task == null) {
            LOG.info("task {} is not in the schedule of this process", name);
            return;
        }
        LOG.info("task {} begins", name);
        switch (task.kind()) {
            case INTAKE -> run(Optional.empty(), "");
            case COUNTY_RUN ->
                run(Optional.ofNullable(task.period()).map(period -> on(period, task)), Schedules.title(task));
            case REMINDERS -> {
                // who has handed something in is not to be reminded of it
                if (office.entry(MainJob.class).hasWork()) {
                    run(Optional.empty(), "");
                }
                office.entry(Reminding.class).remind(RemindOrder.byPolicy(ACTOR));
            }
            case HOUSEKEEPING -> housekeeping.tidy();
        }
        LOG.info("task {} is done", name);
    }

    private ReferencePeriod on(RelativePeriod period, ScheduledTask task) {
        return period.on(LocalDate.ofInstant(clock.instant(), task.zone()));
    }

    void run(Optional<ReferencePeriod> period, String reason) {
        office.entry(MainJob.class)
                .run(new RunOrder(
                        List.of(), period, new Cause(Cause.Kind.SCHEDULE, ACTOR, reason), RunListener.SILENT));
    }
}

package xiangbao.jobs.schedule;

import java.time.Duration;
import java.util.List;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import xiangbao.jobs.Office;
import xiangbao.jobs.store.operations.SchedulerStates;
import xiangbao.jobs.workspace.ConfigurationMistakesException;
import xiangbao.jobs.workspace.DatabaseAddress;
import xiangbao.jobs.workspace.OfficeSettings;

/** An office that stays: it watches its inbox, keeps its schedules, shows its health, and lends itself to commands. */
public final class Serving {
    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);
    /** A task may take as long as a province takes. */
    private static final Duration LONGEST_TASK = Duration.ofMinutes(30);

    private final Office office;
    private final Scheduler scheduler;
    private final Timetable timetable;
    private final SchedulerStates states;
    private final InboxWatcher watcher;
    private final OfficeSettings settings;
    private final Environment environment;
    private final boolean watch;
    private final Duration stopping;

    Serving(
            Office office,
            Scheduler scheduler,
            Timetable timetable,
            SchedulerStates states,
            InboxWatcher watcher,
            OfficeSettings settings,
            Environment environment,
            boolean watch,
            Duration stopping) {
        this.office = office;
        this.scheduler = scheduler;
        this.timetable = timetable;
        this.states = states;
        this.watcher = watcher;
        this.settings = settings;
        this.environment = environment;
        this.watch = watch;
        this.stopping = stopping;
    }

    /**
     * Opens the office and begins to watch and to keep the schedules.
     *
     * @throws ConfigurationMistakesException when the configuration or {@code application.yaml} has mistakes
     * @throws xiangbao.jobs.workspace.WorkspaceBusyException when another process holds the workspace
     */
    public static Serving start(OfficeSettings settings) {
        // before anything is started
        Schedules.tasks(settings.config());
        Serving serving = Office.openToServe(settings, ServingMode.class, Serving.class);
        try {
            serving.begin();
            return serving;
        } catch (SchedulerException | RuntimeException failure) {
            serving.standDown();
            serving.stop();
            throw new IllegalStateException("the schedules cannot be started", failure);
        }
    }

    private void begin() throws SchedulerException {
        states.expire(ownsWorkspace(), settings.clock().instant());
        timetable.store();
        scheduler.start();
        if (watch) {
            watcher.start();
        }
        LOG.info(
                "serving with {} schedules on port {}", timetable.appointments().size(), port());
    }

    /** Lent to whoever has a command; closing it does nothing. */
    public Office office() {
        return office;
    }

    public OfficeSettings settings() {
        return settings;
    }

    /** Whether the inbox is watched, or only the schedules look into it. */
    public boolean watches() {
        return watch;
    }

    /** How long after the last look the next one comes at the latest. */
    public Duration rescan() {
        return watcher.rescan();
    }

    /** The tasks as the scheduler has them, in the order of the file. */
    public List<NextFireTime> appointments() {
        try {
            return timetable.appointments();
        } catch (SchedulerException failure) {
            throw new IllegalStateException("the schedules cannot be read", failure);
        }
    }

    /** Where {@code health} and {@code prometheus} are. */
    public String address() {
        return "http://" + environment.getProperty("server.address", "127.0.0.1") + ":" + port() + "/actuator/";
    }

    private String port() {
        return environment.getProperty("local.server.port", environment.getProperty("server.port", ""));
    }

    /** Lets no schedule come round by itself; {@link #fire} still works. For whoever plays a year in an afternoon. */
    public void pause() {
        try {
            timetable.pause();
        } catch (SchedulerException failure) {
            throw new IllegalStateException("the schedules cannot be paused", failure);
        }
    }

    /** Has the scheduler do a task now, and waits until it is done; fails when the task fails. */
    void fire(String name) {
        try {
            timetable.fire(name, LONGEST_TASK);
        } catch (SchedulerException failure) {
            throw new IllegalStateException("task " + name + " failed", failure);
        }
    }

    /** Looks through the inbox once, now, in this thread. */
    public void look() {
        watcher.look();
    }

    /** Whether no other process can work in the workspace meanwhile; if so, their commands must come here. */
    public boolean ownsWorkspace() {
        return DatabaseAddress.isEmbedded(environment.getProperty("spring.datasource.url", ""));
    }

    /** Begins nothing new, and waits until what is under way has reached a point from which it can be taken up again. */
    public void standDown() {
        LOG.info("standing down");
        watcher.stop();
        try {
            scheduler.standby();
            if (!office.stop(stopping)) {
                LOG.warn("something is still running after {}; the next start takes it up", stopping);
            }
            watcher.join(stopping);
        } catch (SchedulerException failure) {
            LOG.warn("the scheduler does not stand by", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes everything, for good. */
    public void stop() {
        office.shut();
    }
}

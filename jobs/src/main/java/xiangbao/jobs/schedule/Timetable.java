package xiangbao.jobs.schedule;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.impl.matchers.KeyMatcher;
import org.quartz.listeners.JobListenerSupport;
import org.springframework.transaction.support.TransactionTemplate;
import xiangbao.readers.config.settings.ScheduledTask;

/** Brings the stored triggers into line with the file, and plays them. */
final class Timetable {
    private static final String GROUP = "xiangbao";
    private static final String PLAYED = "xiangbao-played";
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Scheduler scheduler;
    private final List<ScheduledTask> tasks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Timetable(Scheduler scheduler, List<ScheduledTask> tasks, TransactionTemplate transaction, Clock clock) {
        this.scheduler = scheduler;
        this.tasks = List.copyOf(tasks);
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Something that is asked of the scheduler. */
    @FunctionalInterface
    private interface Change {
        void make() throws SchedulerException;
    }

    /**
     * All of it or nothing. Outside a transaction the scheduler's lock is gone as soon as it is taken, since every statement is committed by itself: half a
     * trigger could be seen, and a task that is being done could block its next time for ever.
     */
    private void together(Change change) throws SchedulerException {
        List<SchedulerException> failures = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            try {
                change.make();
            } catch (SchedulerException failure) {
                status.setRollbackOnly();
                failures.add(failure);
            }
        });
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    void store() throws SchedulerException {
        together(this::bringIntoLine);
    }

    /**
     * The file decides: new tasks are stored, changed ones replaced, others removed. An unchanged one keeps what it knows of missed times;
     * one that waits for a later time than the file says was stored by a clock that went wrong, and is replaced as well.
     */
    private void bringIntoLine() throws SchedulerException {
        Set<JobKey> wanted = new HashSet<>();
        for (ScheduledTask task : tasks) {
            JobKey key = key(task.name());
            wanted.add(key);
            JobDetail job = JobBuilder.newJob(ScheduledJob.class)
                    .withIdentity(key)
                    .withDescription(Schedules.title(task))
                    .storeDurably()
                    .build();
            scheduler.addJob(job, true);
            CronTrigger trigger = trigger(task);
            Trigger stored = scheduler.getTrigger(trigger.getKey());
            if (stored == null) {
                scheduler.scheduleJob(trigger);
            } else if (!isSame(stored, trigger) || isLate(stored, trigger)) {
                scheduler.rescheduleJob(trigger.getKey(), trigger);
            } else {
                scheduler.resumeTrigger(trigger.getKey());
            }
        }
        for (JobKey key : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP))) {
            if (!wanted.contains(key)) {
                scheduler.deleteJob(key);
            }
        }
    }

    private static boolean isSame(Trigger stored, CronTrigger wanted) {
        return stored instanceof CronTrigger cron
                && cron.getCronExpression().equals(wanted.getCronExpression())
                && cron.getTimeZone().getID().equals(wanted.getTimeZone().getID())
                && cron.getMisfireInstruction() == wanted.getMisfireInstruction();
    }

    private boolean isLate(Trigger stored, CronTrigger wanted) {
        // the clock of another process may go a little before ours
        Date next = wanted.getFireTimeAfter(Date.from(clock.instant().plus(SKEW)));
        return stored.getNextFireTime() != null
                && next != null
                && stored.getNextFireTime().after(next);
    }

    private static CronTrigger trigger(ScheduledTask task) {
        CronScheduleBuilder schedule =
                CronScheduleBuilder.cronSchedule(task.cron()).inTimeZone(TimeZone.getTimeZone(task.zone()));
        return TriggerBuilder.newTrigger()
                .withIdentity(new TriggerKey(task.name(), GROUP))
                .forJob(key(task.name()))
                .withSchedule(Misfire.of(task.kind()).apply(schedule))
                .build();
    }

    private static JobKey key(String name) {
        return new JobKey(name, GROUP);
    }

    /** In the order of the file, with the times that the scheduler itself says. */
    List<NextFireTime> appointments() throws SchedulerException {
        List<NextFireTime> appointments = new ArrayList<>();
        for (ScheduledTask task : tasks) {
            if (scheduler.getTrigger(new TriggerKey(task.name(), GROUP)) instanceof CronTrigger trigger) {
                appointments.add(new NextFireTime(
                        task.name(),
                        Schedules.title(task),
                        trigger.getCronExpression(),
                        trigger.getTimeZone().toZoneId(),
                        Misfire.of(task.kind()).title(),
                        Optional.ofNullable(trigger.getNextFireTime())
                                .map(Date::toInstant)
                                .orElse(null)));
            }
        }
        return appointments;
    }

    void pause() throws SchedulerException {
        together(() -> {
            for (ScheduledTask task : tasks) {
                scheduler.pauseTrigger(new TriggerKey(task.name(), GROUP));
            }
        });
    }

    /** Has the scheduler do a task now, and waits until it is done. */
    void fire(String name, Duration patience) throws SchedulerException {
        TriggerKey now = new TriggerKey(UUID.randomUUID().toString(), PLAYED);
        CompletableFuture<Optional<JobExecutionException>> done = new CompletableFuture<>();
        JobListenerSupport listener = new JobListenerSupport() {
            @Override
            public String getName() {
                return now.getName();
            }

            @Override
            public void jobWasExecuted(JobExecutionContext context, @Nullable JobExecutionException failure) {
                if (context.getTrigger().getKey().equals(now)) {
                    done.complete(Optional.ofNullable(failure));
                }
            }
        };
        scheduler.getListenerManager().addJobListener(listener, KeyMatcher.keyEquals(key(name)));
        try {
            together(() -> scheduler.scheduleJob(TriggerBuilder.newTrigger()
                    .withIdentity(now)
                    .forJob(key(name))
                    .startNow()
                    .build()));
            // the scheduler was woken before it could see the trigger; to resume what does not exist only wakes it
            // again
            scheduler.resumeTrigger(new TriggerKey("none", PLAYED));
            Optional<JobExecutionException> failure = done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (failure.isPresent()) {
                throw new SchedulerException("task " + name + " failed", failure.get());
            }
        } catch (TimeoutException | ExecutionException late) {
            throw new SchedulerException("task " + name + " did not end within " + patience, late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SchedulerException(interrupted);
        } finally {
            scheduler.getListenerManager().removeJobListener(listener.getName());
        }
    }
}

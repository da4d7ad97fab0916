package xiangbao.jobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import xiangbao.readers.config.settings.ScheduledTask;

/** The stored triggers, against a scheduler that keeps them in memory. */
class TimetableTests {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final TriggerKey DAILY = new TriggerKey("housekeeping", "xiangbao");

    private final Clock clock = Clock.system(ZONE);
    private Scheduler scheduler;

    /** Nothing is written anywhere. */
    private static final class NoTransactions implements PlatformTransactionManager {
        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {}

        @Override
        public void rollback(TransactionStatus status) {}
    }

    @BeforeEach
    void makeScheduler() throws SchedulerException {
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", "timetable");
        properties.setProperty("org.quartz.threadPool.threadCount", "1");
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        scheduler = new StdSchedulerFactory(properties).getScheduler();
    }

    @AfterEach
    void shutDown() throws SchedulerException {
        scheduler.shutdown();
    }

    private Timetable timetable() {
        return new Timetable(
                scheduler,
                List.of(new ScheduledTask("housekeeping", ScheduledTask.Kind.HOUSEKEEPING, "0 30 3 * * ?", ZONE, null)),
                new TransactionTemplate(new NoTransactions()),
                clock);
    }

    @Test
    void leavesNothingOfAClockThatWentWrong() throws SchedulerException {
        timetable().store();
        Trigger right = scheduler.getTrigger(DAILY);
        Date later = Date.from(Instant.parse("2096-01-01T00:00:00Z"));
        scheduler.rescheduleJob(DAILY, right.getTriggerBuilder().startAt(later).build());
        assertThat(scheduler.getTrigger(DAILY).getNextFireTime()).isAfter(later);

        timetable().store();

        assertThat(scheduler.getTrigger(DAILY).getNextFireTime())
                .isBefore(Date.from(clock.instant().plus(Duration.ofHours(25))));
    }

    @Test
    void leavesAnUnchangedOneAsItIs() throws SchedulerException {
        timetable().store();
        Trigger before = scheduler.getTrigger(DAILY);

        timetable().store();

        assertThat(scheduler.getTrigger(DAILY).getStartTime()).isEqualTo(before.getStartTime());
    }
}

package xiangbao.jobs.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.quartz.Scheduler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;
import xiangbao.jobs.Office;
import xiangbao.jobs.store.DatabasePulse;
import xiangbao.jobs.store.operations.SchedulerStates;
import xiangbao.jobs.store.operations.StandingCounts;
import xiangbao.jobs.workspace.OfficeSettings;
import xiangbao.jobs.workspace.Troubles;

/** What {@code serve} starts besides the office: Quartz, the watch over the inbox, the web for health and metrics. */
// letters go through the office, which asks for a mail server when there is something to send
@EnableAutoConfiguration(exclude = MailSenderAutoConfiguration.class)
@PropertySource("classpath:xiangbao/jobs/schedule/serving.properties")
class ServingMode {
    @Bean
    Housekeeping housekeeping(OfficeSettings settings, Clock clock) {
        return new Housekeeping(settings.workspace(), clock);
    }

    @Bean
    ScheduledDuties duties(Office office, Housekeeping housekeeping, Clock clock, OfficeSettings settings) {
        return new ScheduledDuties(office, housekeeping, clock, Schedules.tasks(settings.config()));
    }

    @Bean
    Timetable timetable(Scheduler scheduler, OfficeSettings settings, TransactionTemplate transaction, Clock clock) {
        return new Timetable(scheduler, Schedules.tasks(settings.config()), transaction, clock);
    }

    @Bean(destroyMethod = "")
    InboxWatcher watcher(
            Office office,
            ScheduledDuties duties,
            OfficeSettings settings,
            Clock clock,
            @Value("${xiangbao.inbox.rescan:10s}") Duration rescan) {
        return new InboxWatcher(office, duties, settings.workspace().resolve("inbox"), clock, rescan);
    }

    @Bean
    ServingMeters servingMeters(MeterRegistry registry, InboxWatcher watcher, StandingCounts counts) {
        return new ServingMeters(registry, watcher, counts);
    }

    @Bean
    Serving serving(
            Office office,
            Scheduler scheduler,
            Timetable timetable,
            SchedulerStates states,
            InboxWatcher watcher,
            OfficeSettings settings,
            Environment environment,
            @Value("${xiangbao.inbox.watch:true}") boolean watch,
            @Value("${xiangbao.serve.stopping:60s}") Duration stopping) {
        return new Serving(office, scheduler, timetable, states, watcher, settings, environment, watch, stopping);
    }

    @Bean
    LocalNamesFilter ownNames() {
        return new LocalNamesFilter();
    }

    /** In place of Spring Boot's, which shows what the driver says. */
    @Bean
    HealthIndicator dbHealthIndicator(DataSource source) {
        return () -> DatabasePulse.failure(source)
                .map(failure -> Health.down()
                        .withDetail("error", Troubles.shown(failure))
                        .build())
                .orElseGet(() -> Health.up().build());
    }

    @Bean
    HealthIndicator inboxHealthIndicator(OfficeSettings settings) {
        Path inbox = settings.workspace().resolve("inbox");
        return () -> {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(inbox)) {
                boolean any = entries.iterator().hasNext();
                return Health.up().withDetail("empty", !any).build();
            } catch (IOException failure) {
                return Health.down()
                        .withDetail("error", Troubles.shown(failure))
                        .build();
            }
        };
    }

    @Bean
    HealthIndicator archiveHealthIndicator(OfficeSettings settings) {
        Path archive = settings.workspace().resolve("archive");
        return () -> {
            Path probe = null;
            try {
                // asking for permission says nothing of a full disk or a share that is gone
                probe = Files.createTempFile(archive, ".incoming-health", "");
                Files.write(probe, new byte[] {1});
                return Health.up().build();
            } catch (IOException failure) {
                return Health.down()
                        .withDetail("error", Troubles.shown(failure))
                        .build();
            } finally {
                delete(probe);
            }
        };
    }

    private static void delete(@org.jspecify.annotations.Nullable Path probe) {
        try {
            if (probe != null) {
                Files.deleteIfExists(probe);
            }
        } catch (IOException left) {
            // housekeeping removes it
        }
    }

    @Bean
    HealthIndicator intakeHealthIndicator(InboxWatcher watcher, @Value("${xiangbao.inbox.watch:true}") boolean watch) {
        return () -> {
            if (!watch) {
                return Health.up().withDetail("watch", "off").build();
            }
            return watcher.last()
                    .map(pass -> (pass.failure() == null
                                    ? Health.up()
                                    : Health.down().withDetail("error", pass.failure()))
                            .withDetail("lastPass", pass.at().toString())
                            .withDetail("waiting", watcher.waiting())
                            .build())
                    .orElseGet(
                            () -> Health.up().withDetail("lastPass", "none yet").build());
        };
    }
}

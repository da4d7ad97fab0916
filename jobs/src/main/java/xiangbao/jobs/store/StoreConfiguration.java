package xiangbao.jobs.store;

import java.util.Arrays;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The tables of the store, as beans: only here is a database spoken to. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {
    @Bean
    Fence fence() {
        return new Fence();
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource source, Fence fence) {
        return new FencedTransactions(source, fence);
    }

    @Bean
    DeskLock deskLock(DataSource source, Fence fence) {
        return new DeskLock(source, fence);
    }

    @Bean
    Workers workers(JdbcClient jdbc) {
        return new Workers(jdbc);
    }

    @Bean
    Claims claims(JdbcClient jdbc, Manifest manifest, Fence fence) {
        return new Claims(jdbc, manifest, fence);
    }

    @Bean
    Premises premises(JdbcClient jdbc) {
        return new Premises(jdbc);
    }

    @Bean
    MigrationRepair migrationRepair() {
        return new MigrationRepair();
    }

    /** A migration that failed, on a full disk say, is tried again. */
    @Bean
    FlywayMigrationStrategy migrationStrategy() {
        return flyway -> {
            boolean failed = Arrays.stream(flyway.info().all())
                    .anyMatch(one -> one.getState().isFailed());
            if (failed) {
                flyway.repair();
            }
            flyway.migrate();
        };
    }

    @Bean
    Manifest manifest(JdbcTemplate template) {
        return new Manifest(template);
    }

    @Bean
    Findings findings(JdbcTemplate template) {
        return new Findings(template);
    }

    @Bean
    Submissions submissions(JdbcTemplate template, Findings findings) {
        return new Submissions(template, findings);
    }

    @Bean
    Reviews reviews(JdbcTemplate template, Findings findings) {
        return new Reviews(template, findings);
    }

    @Bean
    Runs runs(JdbcTemplate template) {
        return new Runs(template);
    }

    @Bean
    Outbox outbox(JdbcClient jdbc) {
        return new Outbox(jdbc);
    }

    @Bean
    Explanations explanations(JdbcTemplate template) {
        return new Explanations(template);
    }

    @Bean
    Decisions decisions(JdbcClient jdbc) {
        return new Decisions(jdbc);
    }

    @Bean
    Waivers waivers(JdbcClient jdbc) {
        return new Waivers(jdbc);
    }

    @Bean
    Seals seals(JdbcClient jdbc) {
        return new Seals(jdbc);
    }

    @Bean
    Corrections corrections(JdbcTemplate template) {
        return new Corrections(template);
    }

    @Bean
    OperatorLog operatorLog(JdbcTemplate template) {
        return new OperatorLog(template);
    }

    @Bean
    Reminders reminders(JdbcTemplate template) {
        return new Reminders(template);
    }

    @Bean
    SchedulerStates schedulerStates(JdbcClient jdbc) {
        return new SchedulerStates(jdbc);
    }

    @Bean
    StandingCounts standingCounts(JdbcClient jdbc) {
        return new StandingCounts(jdbc);
    }
}

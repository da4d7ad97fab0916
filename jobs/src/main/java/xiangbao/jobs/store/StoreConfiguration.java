package xiangbao.jobs.store;

import java.util.Arrays;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The database, as beans; the tables have configurations of their own. */
@Configuration(proxyBeanMethods = false)
@Import({Fence.class, FencedTransactions.class, OfficeLock.class, MigrationRepair.class, WorkspaceRecord.class})
public class StoreConfiguration {
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
}

package xiangbao.jobs.workspace;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The workspace and its settings, as beans; the definitions and the settings are beans before it. */
@Configuration(proxyBeanMethods = false)
@Import({Configurations.class, WorkspaceRegistration.class, OrderedScope.class})
public class WorkspaceConfiguration {
    @Bean
    Workspace workspace(OfficeSettings settings) {
        return Workspace.at(settings.workspace());
    }

    @Bean
    Clock clock(OfficeSettings settings) {
        return settings.clock();
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }
}

package xiangbao.jobs.worker;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import xiangbao.jobs.store.claims.Claims;
import xiangbao.jobs.store.claims.Workers;
import xiangbao.jobs.workspace.Archive;
import xiangbao.jobs.workspace.DatabaseAddress;
import xiangbao.jobs.workspace.Workspace;

/** A process at work, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({ProgressBoard.class, StopRequest.class, TemporaryFiles.class})
public class WorkerConfiguration {
    /** On the embedded database this process is the only one. */
    @Bean
    Heartbeat heartbeat(
            Workers workers,
            Claims claims,
            @Value("${spring.datasource.url}") String database,
            @Value("${xiangbao.worker.beat:5s}") Duration beat,
            @Value("${xiangbao.worker.patience:30s}") Duration patience) {
        return new Heartbeat(workers, claims, DatabaseAddress.isEmbedded(database), beat, patience);
    }

    /** A connection to the embedded database is never lost and found again. */
    @Bean
    Attempts attempts(@Value("${spring.datasource.url}") String database, StopRequest stop) {
        return new Attempts(DatabaseAddress.isEmbedded(database) ? List.of() : Attempts.PAUSES, stop);
    }

    @Bean
    Archive archive(Workspace workspace, Heartbeat heartbeat) {
        return new Archive(workspace.archive(), heartbeat::mark);
    }
}

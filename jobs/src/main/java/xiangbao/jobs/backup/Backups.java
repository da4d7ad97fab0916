package xiangbao.jobs.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import xiangbao.jobs.operations.OperatorLog;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.claims.ManifestRow;
import xiangbao.jobs.workspace.Archive;
import xiangbao.jobs.workspace.OfficeSettings;
import xiangbao.jobs.workspace.UnusableBackupException;
import xiangbao.jobs.workspace.Workspace;

/** Takes backups of the office, beside whatever it is doing. */
public final class Backups {
    private final Workspace workspace;
    private final OfficeSettings settings;
    private final Clock clock;
    private final DataSource source;
    private final Flyway flyway;
    private final Manifest manifest;
    private final Archive archive;
    private final OperatorLog log;

    Backups(
            Workspace workspace,
            OfficeSettings settings,
            Clock clock,
            DataSource source,
            Flyway flyway,
            Manifest manifest,
            Archive archive,
            OperatorLog log) {
        this.workspace = workspace;
        this.settings = settings;
        this.clock = clock;
        this.source = source;
        this.flyway = flyway;
        this.manifest = manifest;
        this.archive = archive;
        this.log = log;
    }

    public BackupAnswer take(Path file, long line) {
        String schema = Objects.requireNonNull(flyway.info().current(), "no tables")
                .getVersion()
                .getVersion();
        Backup.Order order = new Backup.Order(
                file.toAbsolutePath().normalize(),
                workspace.root(),
                settings.config(),
                settings.templates(),
                settings.programVersion(),
                schema,
                LocalDateTime.now(clock),
                line);
        return Backup.take(order, source, new Backup.Intake() {
            @Override
            public List<Long> claimsAfter(long claim) {
                return manifest.after(claim);
            }

            @Override
            public List<ManifestRow> files(long claim) {
                return manifest.files(claim);
            }

            @Override
            public Path archived(String sha256) {
                return archive.file(sha256);
            }
        });
    }

    /**
     * Writes everything that the office knows into one file, while it goes on working.
     *
     * @throws UnusableBackupException when it cannot be written there
     */
    public BackupAnswer backup(BackupOrder order) {
        return log.beside(order.action("backup"), line -> take(order.file(), line), BackupAnswer::end);
    }
}

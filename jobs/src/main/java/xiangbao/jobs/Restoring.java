package xiangbao.jobs;

import java.nio.file.Files;
import java.time.LocalDateTime;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import xiangbao.jobs.backup.BackupAnswer;
import xiangbao.jobs.backup.BackupOrder;
import xiangbao.jobs.backup.Restore;
import xiangbao.jobs.backup.RestoreMode;
import xiangbao.jobs.operations.OperatorLog;
import xiangbao.jobs.store.WorkspaceRecord;
import xiangbao.jobs.store.operations.OperatorLogTable;
import xiangbao.jobs.workspace.OfficeSettings;
import xiangbao.jobs.workspace.Workspace;
import xiangbao.jobs.workspace.WorkspaceLock;

/** 恢复: an office made anew from a backup. */
public final class Restoring {
    private Restoring() {}

    /**
     * Brings a backup back into an empty workspace and an empty database.
     *
     * @throws xiangbao.jobs.workspace.UnusableBackupException when the backup is not whole, or there is something already; nothing is changed then
     */
    public static BackupAnswer restore(OfficeSettings settings, BackupOrder order) {
        Restore.examine(order.file(), settings.workspace());
        boolean fresh = !Files.exists(settings.workspace());
        Workspace workspace = Workspace.at(settings.workspace());
        WorkspaceLock lock = WorkspaceLock.take(workspace, settings.patience());
        LocalDateTime began = LocalDateTime.now(settings.clock());
        boolean restored = false;
        try (GenericApplicationContext context = new AnnotationConfigApplicationContext()) {
            SpringApplication application = OfficeApplication.of(settings, workspace, context, RestoreMode.class);
            application.setWebApplicationType(WebApplicationType.NONE);
            OfficeApplication.run(application, settings, context);
            DataSource source = context.getBean(DataSource.class);
            BackupAnswer answer = Restore.into(
                    order.file(),
                    workspace.root(),
                    settings.config(),
                    settings.templates(),
                    source,
                    done -> new OperatorLog(OperatorLogTable.of(source), settings.clock())
                            .note(order.action("restore"), began, done.end()));
            WorkspaceRecord.of(source).leave();
            OfficeApplication.closeDatabaseFiles(workspace);
            restored = true;
            return answer;
        } finally {
            lock.close();
            if (!restored) {
                Restore.leaveNothing(workspace.root(), fresh);
            }
        }
    }
}

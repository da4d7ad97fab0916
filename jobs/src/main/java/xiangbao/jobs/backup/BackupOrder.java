package xiangbao.jobs.backup;

import java.nio.file.Path;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.operations.OperatorAction;

/**
 * A backup to take or to restore.
 *
 * @param cause who wants it
 */
public record BackupOrder(Path file, Cause cause) {
    public OperatorAction action(String command) {
        return new OperatorAction(command, cause, file.toString(), java.util.Optional.empty());
    }
}

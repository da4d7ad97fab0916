package xiangbao.jobs.backup;

import java.nio.file.Path;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.operations.Deed;

/**
 * A backup to take or to restore.
 *
 * @param cause who wants it
 */
public record BackupOrder(Path file, Cause cause) {
    public Deed deed(String command) {
        return new Deed(command, cause, file.toString(), java.util.Optional.empty());
    }
}

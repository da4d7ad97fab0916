package xiangbao.jobs;

import java.nio.file.Path;

/**
 * A backup to take or to restore.
 *
 * @param cause who wants it
 */
public record BackupOrder(Path file, Cause cause) {
    Deed deed(String command) {
        return new Deed(command, cause, file.toString(), java.util.Optional.empty());
    }
}

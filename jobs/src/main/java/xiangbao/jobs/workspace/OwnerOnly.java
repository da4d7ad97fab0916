package xiangbao.jobs.workspace;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What only the user may read who runs the office: database, logs, backups, the token of the door; whatever his umask says. Where a file system knows no permissions, its own rules hold. */
public final class OwnerOnly {
    private static final Logger LOG = LoggerFactory.getLogger(OwnerOnly.class);
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /** Makes a folder, or closes one that is there, together with the files that lie in it. */
    public static void folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        set(folder, FOLDER);
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(one -> Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
        for (Path file : files) {
            set(file, FILE);
        }
    }

    /** Makes an empty file that is closed from its first moment. */
    public static Path file(Path file) throws IOException {
        FileStore store = Files.getFileStore(file.toAbsolutePath().resolveSibling("."));
        FileAttribute<?>[] attributes = store.supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)}
                : new FileAttribute<?>[0];
        return Files.createFile(file, attributes);
    }

    private static void set(Path path, Set<PosixFilePermission> permissions) {
        try {
            if (!Files.getPosixFilePermissions(path).equals(permissions)) {
                Files.setPosixFilePermissions(path, permissions);
            }
        } catch (UnsupportedOperationException | IOException foreign) {
            LOG.debug("{} keeps its permissions", path, foreign);
        }
    }
}

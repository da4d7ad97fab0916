package xiangbao.jobs.workspace;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folders that an office works in. */
public record Workspace(Path root) {
    public static final String CLAIMED = ".claimed";
    public static final String LATE = ".late";

    public static Workspace at(Path folder) {
        Workspace workspace = new Workspace(folder.toAbsolutePath().normalize());
        try {
            for (Path one :
                    List.of(workspace.inbox(), workspace.feedback(), workspace.reports(), workspace.archive())) {
                Files.createDirectories(one);
            }
            OwnerOnly.folder(workspace.database());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return workspace;
    }

    /** Whether somebody has worked in a folder: its lock or its identity lies there. */
    public static boolean isAt(Path folder) {
        Path database = new Workspace(folder).database();
        return Files.exists(database.resolve("workspace.lock")) || Files.exists(database.resolve("workspace.id"));
    }

    public Path inbox() {
        return root.resolve("inbox");
    }

    /** Where the files of a claim lie until they are archived; on the inbox's own file system, so that taking them is one rename. */
    public Path claimed(long claim) {
        return inbox().resolve(CLAIMED).resolve(Long.toString(claim));
    }

    /** Where the claims' folders lie. */
    public Path claimed() {
        return inbox().resolve(CLAIMED);
    }

    /** Where files lie that were taken although their end could not be seen; on the inbox's own file system, like the claims. */
    public Path late() {
        return inbox().resolve(LATE);
    }

    public Path feedback() {
        return root.resolve("feedback");
    }

    public Path reports() {
        return root.resolve("reports");
    }

    /** Blank workbooks to hand out. */
    public Path forms() {
        return root.resolve("forms");
    }

    /** Texts and workbooks for those who owe something, a folder a day. */
    public Path reminders() {
        return root.resolve("reminders");
    }

    /** Figures for other programs; made again at any time. */
    public Path exports() {
        return root.resolve("exports");
    }

    public Path archive() {
        return root.resolve("archive");
    }

    public Path database() {
        return root.resolve("database");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** A path below a folder, with forward slashes. */
    public static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace(File.separatorChar, '/');
    }

    public String relative(Path file) {
        return relative(root, file);
    }

    public static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Puts a file in its place, or in that of an older one: never half of it. */
    public static void put(Path file, byte[] bytes) throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName() + ".tmp");
        Files.write(beside, bytes);
        force(beside);
        move(beside, file);
    }

    /** Makes a file's content outlive a loss of power. */
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** The same for the names in a folder, where the system knows how. */
    public static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // Windows opens no folders; it writes names through by itself
        }
    }

    /** Deletes the folders in which there is nothing left. */
    public static void deleteEmpty(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path one : walk.sorted(Comparator.reverseOrder()).toList()) {
                if (Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)) {
                    try {
                        Files.deleteIfExists(one);
                    } catch (DirectoryNotEmptyException used) {
                        // somebody put something there
                    }
                }
            }
        }
    }

    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path one : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}

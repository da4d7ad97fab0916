package xiangbao.jobs;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import xiangbao.statistics.model.Outcome;

/**
 * Copies submitted files and folders into the inbox, keeping the path below a submitted folder. A copy appears under its name only when it is whole.
 */
final class Delivery {
    private final Path inbox;
    private final Set<String> delivered = new TreeSet<>();
    private final Map<String, FileAnswer> notTaken = new TreeMap<>();
    private final List<Path> sources = new ArrayList<>();

    Delivery(Path inbox) {
        this.inbox = inbox;
    }

    void deliver(Path submitted) throws IOException {
        Path source = submitted.toAbsolutePath().normalize();
        if (!Files.exists(source)) {
            throw new java.nio.file.NoSuchFileException(submitted.toString());
        }
        if (Files.isDirectory(source)) {
            for (Map.Entry<String, Path> file : list(source, notTaken).entrySet()) {
                copy(file.getValue(), file.getKey());
            }
        } else {
            String name = source.getFileName().toString();
            if (isTaken(name, source, notTaken)) {
                copy(source, name);
            }
        }
    }

    /** Paths below the inbox of the copies made. */
    Set<String> delivered() {
        return delivered;
    }

    /** What was not copied because it is no submission. */
    Map<String, FileAnswer> notTaken() {
        return notTaken;
    }

    private void copy(Path source, String path) throws IOException {
        if (sources.contains(source)) {
            return;
        }
        sources.add(source);
        String free = freePath(path);
        Path target = inbox.resolve(free);
        Files.createDirectories(target.resolveSibling("."));
        // short, because the name itself may already be as long as names can be
        Path temporary = inbox.resolve(".delivery.tmp");
        Files.copy(source, temporary, StandardCopyOption.REPLACE_EXISTING);
        Workspace.move(temporary, target);
        delivered.add(free);
    }

    /** Two submitted folders may hold files of one path; the second must not replace the first. */
    private String freePath(String path) {
        String free = path;
        for (int number = 2; delivered.contains(free); number++) {
            int slash = path.lastIndexOf('/');
            int dot = path.lastIndexOf('.');
            int end = dot > slash ? dot : path.length();
            free = path.substring(0, end) + "（" + number + "）" + path.substring(end);
        }
        return free;
    }

    /** The files below a folder that are submissions, by their path below it; the others are noted. */
    static Map<String, Path> list(Path folder, Map<String, FileAnswer> notTaken) throws IOException {
        Map<String, Path> found = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path one, BasicFileAttributes attributes) {
                boolean hidden =
                        !one.equals(folder) && one.getFileName().toString().startsWith(".");
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path one, BasicFileAttributes attributes) {
                String path = Workspace.relative(folder, one);
                if (isTaken(path, one, notTaken)) {
                    found.put(path, one);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path one, IOException failure) {
                String path = Workspace.relative(folder, one);
                notTaken.put(path, ignored(path));
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static boolean isTaken(String path, Path file, Map<String, FileAnswer> notTaken) {
        String name = file.getFileName().toString();
        if (InboxNames.isExplanation(name)) {
            return false;
        }
        // links may point anywhere and pipes never end: only plain files are opened
        if (InboxNames.isTransient(name) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            notTaken.put(path, ignored(path));
            return false;
        }
        return true;
    }

    static FileAnswer ignored(String path) {
        return new FileAnswer(path, null, Outcome.IGNORED, List.of(), List.of(), null);
    }
}

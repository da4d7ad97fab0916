package xiangbao.jobs;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import xiangbao.statistics.model.Outcome;

/** Copies submitted files and folders aside, keeping the path below a submitted folder. */
final class Delivery {
    private final Path aside;
    private final Set<String> delivered = new TreeSet<>();
    private final Map<String, FileAnswer> notTaken = new TreeMap<>();
    private final List<Path> sources = new ArrayList<>();

    Delivery(Path aside) {
        this.aside = aside;
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

    /** Paths of the copies made. */
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
        String free = freePath(path, delivered::contains);
        Path target = aside.resolve(free);
        Files.createDirectories(target.resolveSibling("."));
        Files.copy(source, target);
        delivered.add(free);
    }

    /** Two files of one path may meet; the second must not replace the first. */
    static String freePath(String path, Predicate<String> taken) {
        String free = path;
        for (int number = 2; taken.test(free); number++) {
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

    /** Lies in a folder from which it cannot be taken. */
    static FileAnswer stuck(String path) {
        return new FileAnswer(
                path,
                null,
                Outcome.IGNORED,
                List.of(),
                List.of(new FindingAnswer(path + "/NOT-TAKEN", Remarks.notTaken())),
                null);
    }

    static FileAnswer ignored(String path) {
        return new FileAnswer(path, null, Outcome.IGNORED, List.of(), List.of(), null);
    }
}

package xiangbao.jobs.schedule;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what nobody needs any more: half-written files of processes that died a week ago, and logs older than thirty days. It never touches a submitted file,
 * a return, a report, the archive's files or a unit's folder, however old or empty.
 */
final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    static final Duration TEMPORARY = Duration.ofDays(7);
    static final Duration LOGS = Duration.ofDays(31);

    private final Path workspace;
    private final Clock clock;

    Housekeeping(Path workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    void tidy() {
        int removed = removeOld(workspace.resolve("inbox"), 1, TEMPORARY, name -> name.startsWith(".delivery"))
                + removeOld(workspace.resolve("archive"), 1, TEMPORARY, name -> name.startsWith(".incoming"))
                + removeOld(
                        workspace.resolve("archive/configuration"), 1, TEMPORARY, name -> name.startsWith(".incoming"))
                // a report folder or a return is renamed into place when it is whole
                + removeOld(workspace.resolve("reports"), 2, TEMPORARY, name -> name.startsWith("."))
                + removeOld(
                        workspace.resolve("feedback"),
                        2,
                        TEMPORARY,
                        name -> name.startsWith(".") && !name.startsWith(".~"))
                + removeOld(workspace.resolve("logs"), 1, LOGS, name -> name.endsWith(".log.gz"));
        LOG.info("housekeeping removed {} old files and folders", removed);
    }

    private int removeOld(Path folder, int depth, Duration age, Predicate<String> name) {
        Instant limit = clock.instant().minus(age);
        List<Path> old = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> walk = Files.walk(folder, depth)) {
            walk.filter(one -> !one.equals(folder))
                    .filter(one -> name.test(one.getFileName().toString()))
                    .filter(one -> isOlder(one, limit))
                    .sorted(Comparator.naturalOrder())
                    .forEach(old::add);
            for (Path one : old) {
                remove(one);
            }
        } catch (IOException | java.io.UncheckedIOException failure) {
            LOG.warn("housekeeping could not tidy {}; it tries again the next time", folder.getFileName(), failure);
        }
        return old.size();
    }

    private static boolean isOlder(Path file, Instant limit) {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                    .toInstant()
                    .isBefore(limit);
        } catch (IOException gone) {
            return false;
        }
    }

    private static void remove(Path start) throws IOException {
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, java.io.IOException failure) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

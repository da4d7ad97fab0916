package xiangbao.jobs.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xiangbao.jobs.workspace.Workspace;

/** Clears away the temporary files and folders of processes that died. */
public final class TemporaryFiles {
    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFiles.class);
    /** Those with a worker's number are his; those without are of release 0.1, which worked alone. */
    private static final Pattern TEMPORARY =
            Pattern.compile("\\.(?:delivery|incoming|writing|第\\d+次)(?:\\.tmp|-\\d+)?(?:-w(?<worker>\\d+)(?:-\\d+)?)?");

    private final Workspace workspace;
    private final Heartbeat heartbeat;

    TemporaryFiles(Workspace workspace, Heartbeat heartbeat) {
        this.workspace = workspace;
        this.heartbeat = heartbeat;
    }

    public void clear() throws IOException {
        Set<Long> alive = heartbeat.alive();
        clear(workspace.inbox(), alive);
        clear(workspace.claimed(), alive);
        clear(workspace.archive(), alive);
        clear(workspace.feedback(), alive);
        for (Path period : list(workspace.reports())) {
            if (Files.isDirectory(period)) {
                clear(period, alive);
            }
        }
    }

    private static void clear(Path folder, Set<Long> alive) throws IOException {
        for (Path one : list(folder)) {
            Matcher name = TEMPORARY.matcher(one.getFileName().toString());
            if (name.matches()) {
                String worker = name.group("worker");
                if (worker == null || !alive.contains(Long.parseLong(worker))) {
                    LOG.info("clearing {}", one);
                    Workspace.delete(one);
                }
            }
        }
    }

    public static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (NoSuchFileException gone) {
            return List.of();
        }
    }
}

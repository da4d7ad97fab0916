package xiangbao.jobs;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xiangbao.jobs.store.ClaimOrder;
import xiangbao.jobs.store.Claims;
import xiangbao.jobs.store.Manifest;
import xiangbao.jobs.store.ManifestRow;
import xiangbao.jobs.store.Tenure;

/**
 * Takes whole files out of the inbox: one claim, moved aside by renaming, listed in one transaction. Several processes may take from one inbox: a renaming
 * that another one won is skipped.
 */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    /** A claim, if there was anything to take or a period to report on, and what was in the inbox without being taken. */
    record Claimed(Optional<Tenure> claim, Map<String, FileAnswer> notTaken) {}

    private final Workspace workspace;
    private final Manifest manifest;
    private final Claims claims;
    private final Heart heart;
    private final Clock clock;
    private final Duration settling;
    private final InboxWatch watch;

    Intake(Workspace workspace, Manifest manifest, Claims claims, Heart heart, Clock clock, Duration settling) {
        this.workspace = workspace;
        this.manifest = manifest;
        this.claims = claims;
        this.heart = heart;
        this.clock = clock;
        this.settling = settling;
        // monotonic: a clock that somebody sets must not make a growing file whole
        this.watch = new InboxWatch(() -> Instant.EPOCH.plusNanos(System.nanoTime()), settling);
    }

    /**
     * Takes what is submitted and every whole file of the inbox. What is submitted together is taken together or, should the process die, not at all: it is
     * copied aside and becomes the claim's by a single renaming.
     */
    Claimed claim(RunOrder order) throws IOException {
        Path aside = workspace.claimed().resolve(".delivery" + heart.mark());
        Workspace.delete(aside);
        try {
            return claim(order, aside);
        } finally {
            Workspace.delete(aside);
        }
    }

    private Claimed claim(RunOrder order, Path aside) throws IOException {
        Delivery delivery = new Delivery(aside);
        for (Path one : order.submit()) {
            delivery.deliver(one);
        }
        Map<String, FileAnswer> notTaken = new TreeMap<>();
        Map<String, Path> files = Delivery.list(workspace.inbox(), notTaken);
        notTaken.putAll(delivery.notTaken());
        Set<String> whole = settled(files);
        for (String path : files.keySet()) {
            if (!whole.contains(path)) {
                notTaken.put(path, Delivery.ignored(path));
            }
        }
        boolean nothing = whole.isEmpty() && delivery.delivered().isEmpty();
        if (nothing && order.period().isEmpty()) {
            return new Claimed(Optional.empty(), notTaken);
        }
        Tenure tenure = claims.open(
                ClaimOrder.intake(order.period(), order.cause().stored()), LocalDateTime.now(clock), heart.worker());
        Path folder = workspace.claimed(tenure.claim());
        if (!delivery.delivered().isEmpty()) {
            Workspace.move(aside, folder);
        }
        // two processes that look at one inbox start at its two ends
        List<String> paths = new ArrayList<>(whole);
        if (tenure.worker() % 2 == 0) {
            Collections.reverse(paths);
        }
        for (String path : paths) {
            take(path, folder, notTaken);
        }
        return new Claimed(Optional.of(tenure), notTaken);
    }

    private void take(String path, Path folder, Map<String, FileAnswer> notTaken) throws IOException {
        Path source = workspace.inbox().resolve(path);
        Path target = folder.resolve(Delivery.freePath(path, one -> Files.exists(folder.resolve(one))));
        Files.createDirectories(target.resolveSibling("."));
        try {
            Workspace.move(source, target);
        } catch (NoSuchFileException gone) {
            // another process was faster, or whoever put it there took it away again
            LOG.debug("{} is gone", path);
        } catch (FileSystemException denied) {
            LOG.warn("取不走 {}，文件仍在收件夹，请检查写权限或是否被占用（{}）", path, denied.getMessage());
            notTaken.put(path, Delivery.stuck(path));
        }
    }

    /** Completes the manifest of a claim from what was moved aside. Returns whether there is anything in it. */
    boolean list(long claim) throws IOException {
        Path folder = workspace.claimed(claim);
        Map<String, Long> sizes = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            for (Map.Entry<String, Path> file :
                    Delivery.list(folder, new TreeMap<>()).entrySet()) {
                sizes.put(file.getKey(), Files.size(file.getValue()));
            }
        }
        manifest.list(claim, sizes);
        return !sizes.isEmpty();
    }

    /**
     * Removes a claim's folder when all that it listed is in the archive. What lies there unlisted came too late, from a process that was thought dead: it goes
     * back into the inbox. What could not even be opened is put aside.
     */
    void clear(long claim) throws IOException {
        Path folder = workspace.claimed(claim);
        if (!Files.isDirectory(folder)) {
            return;
        }
        Map<String, ManifestRow> listed = new HashMap<>();
        manifest.files(claim).forEach(row -> listed.put(row.path(), row));
        for (Map.Entry<String, Path> file :
                Delivery.list(folder, new TreeMap<>()).entrySet()) {
            ManifestRow row = listed.get(file.getKey());
            if (row == null) {
                move(file.getValue(), workspace.inbox(), file.getKey());
            } else if (row.sha256() == null) {
                move(file.getValue(), workspace.archive().resolve("unopened"), claim + "/" + file.getKey());
            } else {
                Files.deleteIfExists(file.getValue());
            }
        }
        Workspace.deleteEmpty(folder);
    }

    private static void move(Path file, Path folder, String path) throws IOException {
        Path target = folder.resolve(Delivery.freePath(path, one -> Files.exists(folder.resolve(one))));
        Files.createDirectories(target.resolveSibling("."));
        Workspace.move(file, target);
    }

    /** Gives back what lies in the folders of claims that are finished or unknown. */
    void clearForgotten() throws IOException {
        for (Path folder : Leftovers.list(workspace.claimed())) {
            String name = folder.getFileName().toString();
            if (name.matches("\\d{1,18}") && !manifest.isUnfinished(Long.parseLong(name))) {
                clear(Long.parseLong(name));
            }
        }
    }

    private Set<String> settled(Map<String, Path> files) throws IOException {
        Set<String> whole = new TreeSet<>(watch.look(samples(files)));
        if (whole.size() < files.size()) {
            try {
                Thread.sleep(settling.toMillis() + 20);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return whole;
            }
            whole.addAll(watch.look(samples(files)));
        }
        return whole;
    }

    private static Map<String, InboxWatch.Sample> samples(Map<String, Path> files) {
        Map<String, InboxWatch.Sample> samples = new TreeMap<>();
        files.forEach((path, file) -> {
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                samples.put(path, new InboxWatch.Sample(attributes.size(), attributes.lastModifiedTime()));
            } catch (IOException gone) {
                // taken away again: nothing to look at
            }
        });
        return samples;
    }
}

package xiangbao.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import xiangbao.jobs.store.ClaimOrder;
import xiangbao.jobs.store.Manifest;

/** Takes whole files out of the inbox: one claim, moved aside by renaming, listed in one transaction. */
final class Intake {
    /** A claim, and what was in the inbox without being taken. */
    record Claimed(long claim, Map<String, FileAnswer> notTaken) {}

    private final Workspace workspace;
    private final Manifest manifest;
    private final Clock clock;
    private final Duration settling;
    private final InboxWatch watch;

    Intake(Workspace workspace, Manifest manifest, Clock clock, Duration settling) {
        this.workspace = workspace;
        this.manifest = manifest;
        this.clock = clock;
        this.settling = settling;
        // monotonic: a clock that somebody sets must not make a growing file whole
        this.watch = new InboxWatch(() -> Instant.EPOCH.plusNanos(System.nanoTime()), settling);
    }

    /** Delivers what is submitted and claims every whole file; the claim may be empty. */
    Claimed claim(RunOrder order) throws IOException {
        Delivery delivery = new Delivery(workspace.inbox());
        for (Path one : order.submit()) {
            delivery.deliver(one);
        }
        Map<String, FileAnswer> notTaken = new TreeMap<>();
        Map<String, Path> files = Delivery.list(workspace.inbox(), notTaken);
        notTaken.putAll(delivery.notTaken());
        Set<String> whole = new TreeSet<>(delivery.delivered());
        whole.addAll(settled(files, delivery.delivered()));
        for (String path : files.keySet()) {
            if (!whole.contains(path)) {
                notTaken.put(path, Delivery.ignored(path));
            }
        }
        long claim = manifest.openClaim(
                ClaimOrder.intake(order.period(), order.cause().stored()), LocalDateTime.now(clock));
        for (String path : whole) {
            Path target = workspace.claimed(claim).resolve(path);
            Files.createDirectories(target.resolveSibling("."));
            Workspace.move(workspace.inbox().resolve(path), target);
        }
        list(claim);
        return new Claimed(claim, notTaken);
    }

    /** Completes the manifest of a claim from what was moved aside. */
    void list(long claim) throws IOException {
        Path folder = workspace.claimed(claim);
        Map<String, Long> sizes = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            for (Map.Entry<String, Path> file :
                    Delivery.list(folder, new TreeMap<>()).entrySet()) {
                sizes.put(file.getKey(), Files.size(file.getValue()));
            }
        }
        manifest.list(claim, sizes);
    }

    private Set<String> settled(Map<String, Path> files, Set<String> delivered) throws IOException {
        Map<String, Path> others = new TreeMap<>(files);
        others.keySet().removeAll(delivered);
        Set<String> whole = new TreeSet<>(watch.look(samples(others)));
        if (whole.size() < others.size()) {
            try {
                Thread.sleep(settling.toMillis() + 20);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return whole;
            }
            whole.addAll(watch.look(samples(others)));
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

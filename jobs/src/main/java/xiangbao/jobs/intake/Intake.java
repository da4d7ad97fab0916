package xiangbao.jobs.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.springframework.beans.factory.annotation.Value;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.jobs.store.claims.ClaimOrder;
import xiangbao.jobs.store.claims.Claims;
import xiangbao.jobs.store.claims.Lease;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.claims.ManifestRow;
import xiangbao.jobs.worker.Heartbeat;
import xiangbao.jobs.worker.TemporaryFiles;
import xiangbao.jobs.workspace.Workspace;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * Takes whole files out of the inbox: one claim, moved aside by renaming, listed in one transaction. Several processes may take from one inbox: a renaming
 * that another one won is skipped.
 */
public final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    /** A claim, if there was anything to take or a period to report on, and what was in the inbox without being taken. */
    public record Claimed(Optional<Lease> claim, Map<String, FileAnswer> notTaken) {}

    /** A file of the inbox that is to be taken, and what can be seen of its end. */
    private record Ready(Path file, FileEnding ending) {}

    private final Workspace workspace;
    private final Manifest manifest;
    private final Claims claims;
    private final Heartbeat heartbeat;
    private final Clock clock;
    private final Duration settling;
    private final Duration unfinished;
    private final InboxWatch watch;
    private final LateBytes late;

    /**
     * @param settling for how long a file must not change before it is taken
     * @param unfinished the same for one whose end is certainly not there
     */
    Intake(
            Workspace workspace,
            Manifest manifest,
            Claims claims,
            Heartbeat heartbeat,
            Clock clock,
            @Value("${xiangbao.inbox.settling:2s}") Duration settling,
            @Value("${xiangbao.inbox.unfinished:10m}") Duration unfinished) {
        this.workspace = workspace;
        this.manifest = manifest;
        this.claims = claims;
        this.heartbeat = heartbeat;
        this.clock = clock;
        this.settling = settling;
        this.unfinished = unfinished;
        this.late = new LateBytes(workspace, manifest);
        // monotonic: a clock that somebody sets must not make a growing file whole
        this.watch = new InboxWatch(() -> Instant.EPOCH.plusNanos(System.nanoTime()), settling);
    }

    /**
     * Takes what is submitted and every whole file of the inbox. What is submitted together is taken together or, should the process die, not at all: it is
     * copied aside and becomes the claim's by a single renaming.
     */
    public Claimed claim(List<Path> submitted, Optional<ReferencePeriod> period, Cause cause) throws IOException {
        Path aside = workspace.claimed().resolve(".delivery" + heartbeat.mark());
        Workspace.delete(aside);
        try {
            return claim(submitted, period, cause, aside);
        } finally {
            Workspace.delete(aside);
        }
    }

    private Claimed claim(List<Path> submitted, Optional<ReferencePeriod> period, Cause cause, Path aside)
            throws IOException {
        Delivery delivery = new Delivery(aside);
        for (Path one : submitted) {
            delivery.deliver(one);
        }
        Map<String, FileAnswer> notTaken = new TreeMap<>();
        Map<String, Path> files = Delivery.list(workspace.inbox(), notTaken);
        notTaken.putAll(delivery.notTaken());
        Set<String> settled = settled(files);
        files.keySet().stream()
                .filter(path -> !settled.contains(path))
                .forEach(path -> notTaken.put(path, NotTaken.GROWING.answer(path)));
        Map<String, Ready> ready = ready(settled, files, notTaken);
        boolean nothing = ready.isEmpty() && delivery.delivered().isEmpty();
        if (nothing && period.isEmpty()) {
            return new Claimed(Optional.empty(), notTaken);
        }
        Lease lease = claims.open(
                ClaimOrder.intake(period, cause.stored(), period.isPresent() && !submitted.isEmpty()),
                LocalDateTime.now(clock),
                heartbeat.worker());
        Path folder = workspace.claimed(lease.claim());
        if (!delivery.delivered().isEmpty()) {
            Workspace.move(aside, folder);
        }
        // two processes that look at one inbox start at its two ends
        List<Map.Entry<String, Ready>> entries = new ArrayList<>(ready.entrySet());
        if (lease.worker() % 2 == 0) {
            Collections.reverse(entries);
        }
        for (Map.Entry<String, Ready> one : entries) {
            take(lease.claim(), one.getKey(), one.getValue(), notTaken);
        }
        return new Claimed(Optional.of(lease), notTaken);
    }

    /** Those of the settled files that need not be waited for. */
    private Map<String, Ready> ready(Set<String> settled, Map<String, Path> files, Map<String, FileAnswer> notTaken)
            throws IOException {
        Map<String, Ready> ready = new TreeMap<>();
        for (Map.Entry<String, Path> one : files.entrySet()) {
            if (!settled.contains(one.getKey())) {
                continue;
            }
            try {
                FileEnding ending = FileEnding.of(one.getValue());
                if (ending != FileEnding.UNFINISHED || isQuiet(one.getValue())) {
                    ready.put(one.getKey(), new Ready(one.getValue(), ending));
                } else {
                    notTaken.put(one.getKey(), NotTaken.UNFINISHED.answer(one.getKey()));
                }
            } catch (NoSuchFileException gone) {
                LOG.debug("{} is gone", one.getKey());
            } catch (IOException unreadable) {
                LOG.debug("{} cannot be read", one.getKey(), unreadable);
                notTaken.put(one.getKey(), NotTaken.STUCK.answer(one.getKey()));
            }
        }
        return ready;
    }

    private boolean isQuiet(Path file) throws IOException {
        return StillTime.by(probe()).isAtLeast(unfinished, file);
    }

    private Path probe() {
        return workspace.claimed().resolve(".incoming" + heartbeat.mark());
    }

    private void take(long claim, String path, Ready ready, Map<String, FileAnswer> notTaken) throws IOException {
        Path folder = workspace.claimed(claim);
        String free = Delivery.freePath(path, one -> Files.exists(folder.resolve(one)));
        Path target = folder.resolve(free);
        Files.createDirectories(target.resolveSibling("."));
        if (ready.ending() != FileEnding.WHOLE) {
            late.reserve(claim, free);
        }
        try {
            Workspace.move(ready.file(), target);
        } catch (NoSuchFileException gone) {
            // another process was faster, or whoever put it there took it away again
            LOG.debug("{} is gone", path);
            late.release(claim, free);
        } catch (FileSystemException denied) {
            LOG.warn("取不走 {}，文件仍在收件夹，请检查写权限或是否被占用（{}）", path, denied.getMessage());
            notTaken.put(path, NotTaken.STUCK.answer(path));
            late.release(claim, free);
        }
    }

    /** Completes the manifest of a claim from what was moved aside. Returns whether there is anything in it. */
    public boolean list(long claim) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        for (Map.Entry<String, Path> file :
                Delivery.ours(workspace.claimed(claim)).entrySet()) {
            sizes.put(file.getKey(), Files.size(file.getValue()));
        }
        manifest.list(claim, sizes);
        return !sizes.isEmpty();
    }

    /**
     * Removes a claim's folder when all that it listed is in the archive. What lies there unlisted came too late, from a process that was thought dead: it goes
     * back into the inbox. So does what has changed since it was archived. What could not even be opened is put aside.
     */
    public void clear(long claim) throws IOException {
        Path folder = workspace.claimed(claim);
        if (!Files.isDirectory(folder)) {
            return;
        }
        Map<String, ManifestRow> listed = new HashMap<>();
        manifest.files(claim).forEach(row -> listed.put(row.path(), row));
        for (Map.Entry<String, Path> file : Delivery.ours(folder).entrySet()) {
            ManifestRow row = listed.get(file.getKey());
            if (row == null) {
                move(file.getValue(), workspace.inbox(), file.getKey());
            } else if (row.sha256() == null) {
                move(file.getValue(), workspace.archive().resolve("unopened"), claim + "/" + file.getKey());
                late.release(claim, file.getKey());
            } else if (LateBytes.isAsRead(file.getValue(), row)) {
                late.putAway(claim, file.getKey(), file.getValue());
            } else {
                LOG.info("{} has grown since it was read: it is a new file", file.getKey());
                late.release(claim, file.getKey());
                move(file.getValue(), workspace.inbox(), file.getKey());
            }
        }
        Workspace.deleteEmpty(folder);
    }

    static void move(Path file, Path folder, String path) throws IOException {
        Path target = folder.resolve(Delivery.freePath(path, one -> Files.exists(folder.resolve(one))));
        Files.createDirectories(target.resolveSibling("."));
        Workspace.move(file, target);
    }

    /** Gives back what lies in the folders of claims that are finished or unknown. */
    public void clearForgotten() throws IOException {
        late.look(probe());
        for (Path folder : TemporaryFiles.list(workspace.claimed())) {
            String name = folder.getFileName().toString();
            if (name.matches("\\d{1,18}") && !manifest.isUnfinished(Long.parseLong(name))) {
                clear(Long.parseLong(name));
            }
        }
    }

    /** Whether bytes have come for a file that was taken already. */
    public boolean hasLateBytes() throws IOException {
        return late.any();
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

    /** The files that lie in the inbox, by their path below it; whole ones or not. */
    public Set<String> waiting() {
        try {
            return Delivery.list(workspace.inbox(), new TreeMap<>()).keySet();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

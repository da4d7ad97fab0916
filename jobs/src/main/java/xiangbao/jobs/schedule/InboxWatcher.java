package xiangbao.jobs.schedule;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xiangbao.jobs.Office;
import xiangbao.jobs.intake.Intake;
import xiangbao.jobs.pipeline.MainJob;
import xiangbao.jobs.workspace.Troubles;

/**
 * Looks through the whole inbox again and again. What the file system tells of changes only makes it look sooner: on network shares it tells nothing. Whatever
 * goes wrong, it looks again, after longer and longer pauses.
 */
final class InboxWatcher implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(InboxWatcher.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    /** A copy makes many events; they are taken together. */
    private static final Duration GATHER = Duration.ofMillis(300);

    /** How the last look went. */
    record Pass(Instant at, @Nullable String failure) {}

    private final Office office;
    private final ScheduledDuties duties;
    private final Path inbox;
    private final Clock clock;
    private final Duration rescan;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Instant> firstSeen = new HashMap<>();
    private volatile boolean stopping;
    private volatile @Nullable Pass last;
    private int failures;
    private @Nullable Thread thread;
    private @Nullable WatchService events;

    InboxWatcher(Office office, ScheduledDuties duties, Path inbox, Clock clock, Duration rescan) {
        this.office = office;
        this.duties = duties;
        this.inbox = inbox;
        this.clock = clock;
        this.rescan = rescan;
    }

    /** Begins to look, in a thread of its own. */
    void start() {
        try {
            events = inbox.getFileSystem().newWatchService();
        } catch (IOException | UnsupportedOperationException none) {
            LOG.info("the file system tells of no changes; the inbox is looked through every {}", rescan);
        }
        Thread started = new Thread(this::watch, "inbox");
        thread = started;
        started.start();
    }

    private void watch() {
        while (!stopping) {
            // before the look: what comes after it is told of, however short the time between
            register();
            look();
            await();
        }
    }

    /** One look. Never throws: a failure is noted, and the next look comes. */
    void look() {
        try {
            notice();
            if (office.entry(MainJob.class).hasWork()) {
                duties.run(Optional.empty(), "");
                notice();
            }
            last = new Pass(clock.instant(), null);
            failures = 0;
        } catch (RuntimeException failure) {
            if (stopping) {
                return;
            }
            failures++;
            last = new Pass(clock.instant(), Troubles.shown(failure));
            LOG.warn("looking through the inbox failed, attempt {} in a row; it is tried again", failures, failure);
        }
    }

    private void notice() {
        Instant now = clock.instant();
        java.util.Set<String> waiting = office.entry(Intake.class).waiting();
        synchronized (firstSeen) {
            firstSeen.keySet().retainAll(waiting);
            waiting.forEach(path -> firstSeen.putIfAbsent(path, now));
        }
    }

    /** How many files wait in the inbox. */
    int waiting() {
        synchronized (firstSeen) {
            return firstSeen.size();
        }
    }

    /** For how long the oldest of them has been seen waiting. */
    Duration oldest() {
        synchronized (firstSeen) {
            return firstSeen.values().stream()
                    .min(Instant::compareTo)
                    .map(since -> Duration.between(since, clock.instant()))
                    .filter(age -> !age.isNegative())
                    .orElse(Duration.ZERO);
        }
    }

    /** The last look, or nothing before the first. */
    Optional<Pass> last() {
        return Optional.ofNullable(last);
    }

    Duration rescan() {
        return rescan;
    }

    private Duration pause() {
        Duration pause = rescan.multipliedBy(1L << Math.min(failures, 10));
        return failures == 0 || pause.compareTo(LONGEST_PAUSE) < 0
                ? pause
                : LONGEST_PAUSE.compareTo(rescan) > 0 ? LONGEST_PAUSE : rescan;
    }

    private void await() {
        WatchService service = events;
        try {
            if (service == null || failures > 0) {
                sleep(pause());
                return;
            }
            WatchKey key = service.poll(pause().toMillis(), TimeUnit.MILLISECONDS);
            if (key != null) {
                sleep(GATHER);
                while (key != null) {
                    key.pollEvents();
                    key.reset();
                    key = service.poll();
                }
            }
        } catch (ClosedWatchServiceException closed) {
            LOG.debug("the watch is over");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    private void register() {
        WatchService service = events;
        if (service == null) {
            return;
        }
        try {
            register(service);
        } catch (IOException unwatchable) {
            LOG.info("changes in the inbox cannot be watched; it is looked through every {}", rescan);
        } catch (ClosedWatchServiceException closed) {
            LOG.debug("the watch is over");
        }
    }

    /** The inbox and its folders; registering again what is registered does nothing. */
    private void register(WatchService service) throws IOException {
        Files.walkFileTree(inbox, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (!folder.equals(inbox) && folder.getFileName().toString().startsWith(".")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                folder.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path gone, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void sleep(Duration time) {
        lock.lock();
        try {
            long left = time.toNanos();
            while (left > 0 && !stopping) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopping = true;
        } finally {
            lock.unlock();
        }
    }

    /** Begins no further look; one that is under way goes on. */
    void stop() {
        stopping = true;
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        close();
    }

    /** Waits for the look that is under way. */
    void join(Duration patience) throws InterruptedException {
        Thread running = thread;
        if (running != null) {
            running.join(Math.max(1, patience.toMillis()));
        }
    }

    @Override
    public void close() {
        WatchService service = events;
        if (service != null) {
            try {
                service.close();
            } catch (IOException failure) {
                LOG.debug("closing the watch failed", failure);
            }
        }
    }
}

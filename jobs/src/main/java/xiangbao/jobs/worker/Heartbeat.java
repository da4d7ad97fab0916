package xiangbao.jobs.worker;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xiangbao.jobs.store.claims.Claims;
import xiangbao.jobs.store.claims.Lease;
import xiangbao.jobs.store.claims.Workers;

/**
 * Shows the other processes on the same database that this one is alive, and tells which of them are dead. Who holds the workspace alone, as on the embedded
 * database, knows that everybody before him is dead, and waits for nobody.
 */
public final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final Workers workers;
    private final Claims claims;
    private final boolean alone;
    private final Duration beat;
    private final Duration patience;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private long worker;
    private @Nullable Thread thread;

    Heartbeat(Workers workers, Claims claims, boolean alone, Duration beat, Duration patience) {
        if (patience.compareTo(beat.multipliedBy(2)) < 0) {
            throw new IllegalStateException("xiangbao.worker.patience must be at least twice xiangbao.worker.beat");
        }
        this.workers = workers;
        this.claims = claims;
        this.alone = alone;
        this.beat = beat;
        this.patience = patience;
    }

    /** The number of this process; the heart starts to beat when it is asked for first. */
    public synchronized long worker() {
        if (thread == null) {
            worker = workers.start(WorkerName.own());
            if (alone) {
                workers.endOthers(worker);
            }
            Thread beating = new Thread(this::run, "heart");
            beating.setDaemon(true);
            beating.start();
            thread = beating;
        }
        return worker;
    }

    /** Ends the names of temporary files and folders, so that one can tell whose they are. */
    public String mark() {
        return "-w" + worker();
    }

    private void run() {
        try {
            while (!stopped.await(beat.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    workers.beat(worker);
                } catch (RuntimeException failure) {
                    LOG.warn("cannot show that worker {} is alive: {}", worker, failure.getMessage());
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Those who may be at work now, this process included. */
    Set<Long> alive() {
        long own = worker();
        if (alone) {
            return Set.of(own);
        }
        Set<Long> alive = workers.alive(patience);
        alive.add(own);
        return alive;
    }

    /** Takes a claim into our hands, unless a living process has it. */
    public Optional<Lease> take(long claim) {
        long own = worker();
        Optional<Lease> lease = claims.take(claim, own, other -> !alive().contains(other));
        lease.filter(held -> held.epoch() > 1)
                .ifPresent(held -> LOG.info("worker {} goes on with claim {}", own, claim));
        return lease;
    }

    @Override
    public void close() {
        stopped.countDown();
        Thread beating;
        synchronized (this) {
            beating = thread;
        }
        if (beating != null) {
            try {
                beating.join(TimeUnit.SECONDS.toMillis(5));
                workers.end(worker);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failure) {
                LOG.debug("the end of worker {} cannot be noted", worker, failure);
            }
        }
    }
}

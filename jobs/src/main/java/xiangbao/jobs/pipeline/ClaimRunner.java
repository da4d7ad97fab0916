package xiangbao.jobs.pipeline;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import xiangbao.jobs.store.OfficeLock;
import xiangbao.jobs.store.claims.ClaimOrder;
import xiangbao.jobs.store.claims.Claims;
import xiangbao.jobs.store.claims.Lease;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.worker.Attempts;
import xiangbao.jobs.worker.Heartbeat;
import xiangbao.jobs.worker.OfficeStoppedException;

/** Sees a claim through: starts its job or goes on with it, as its owner, who notices when he no longer is. */
final class ClaimRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimRunner.class);

    private final Heartbeat heartbeat;
    private final Claims claims;
    private final Manifest manifest;
    private final OfficeLock lock;
    private final Attempts attempts;
    private final Clock clock;
    private final JobExecutions executions;

    ClaimRunner(
            Heartbeat heartbeat,
            Claims claims,
            Manifest manifest,
            OfficeLock lock,
            Attempts attempts,
            Clock clock,
            JobExecutions executions) {
        this.heartbeat = heartbeat;
        this.claims = claims;
        this.manifest = manifest;
        this.lock = lock;
        this.attempts = attempts;
        this.clock = clock;
        this.executions = executions;
    }

    /** Opens a claim of ours. */
    Lease open(ClaimOrder order) {
        return claims.open(order, LocalDateTime.now(clock), heartbeat.worker());
    }

    /** Returns false when a living process has the claim, or takes it from us in the meantime: it will finish it. */
    boolean seeThrough(long claim) {
        Optional<Lease> lease = attempts.at(() -> heartbeat.take(claim));
        return lease.isPresent() && seeThrough(lease.get());
    }

    boolean seeThrough(Lease lease) {
        return attempts.at(() -> {
            try {
                claims.within(lease, () -> {
                    execute(lease.claim());
                    return lease;
                });
                return true;
            } catch (RuntimeException failure) {
                if (!claims.isHeld(lease)) {
                    LOG.info("claim {} is another's now, who will finish it", lease.claim());
                    return false;
                }
                throw failure;
            }
        });
    }

    private void execute(long claim) {
        boolean heldBefore = lock.isHeld();
        try (MDC.MDCCloseable about = MDC.putCloseable("claim", Long.toString(claim))) {
            JobExecution execution = executions.run(claim);
            if (execution.getStatus() == BatchStatus.STOPPED) {
                throw new OfficeStoppedException();
            }
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                List<Throwable> failures = execution.getAllFailureExceptions();
                throw new IllegalStateException(
                        "the job of claim " + claim + " ended as " + execution.getStatus(),
                        failures.isEmpty() ? null : failures.get(0));
            }
            manifest.finish(claim);
        } finally {
            if (!heldBefore && lock.isHeld()) {
                lock.leave();
            }
        }
    }
}

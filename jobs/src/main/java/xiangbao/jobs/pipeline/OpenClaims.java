package xiangbao.jobs.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xiangbao.jobs.intake.Intake;
import xiangbao.jobs.store.LostLeaseException;
import xiangbao.jobs.store.claims.Claims;
import xiangbao.jobs.store.claims.Lease;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.claims.OpenClaim;
import xiangbao.jobs.worker.Attempts;
import xiangbao.jobs.worker.Heartbeat;
import xiangbao.jobs.worker.ProgressBoard;

/** The claims that are not finished: those of this process that were interrupted, and those of dead ones. */
final class OpenClaims {
    private final Intake intake;
    private final Manifest manifest;
    private final Claims claims;
    private final ClaimRunner runner;
    private final Heartbeat heartbeat;
    private final Attempts attempts;
    private final ProgressBoard progress;

    OpenClaims(
            Intake intake,
            Manifest manifest,
            Claims claims,
            ClaimRunner runner,
            Heartbeat heartbeat,
            Attempts attempts,
            ProgressBoard progress) {
        this.intake = intake;
        this.manifest = manifest;
        this.claims = claims;
        this.runner = runner;
        this.heartbeat = heartbeat;
        this.attempts = attempts;
        this.progress = progress;
    }

    /** Sees them through; returns those that we finished. */
    List<Long> finish() throws IOException {
        List<Long> finished = new ArrayList<>();
        for (OpenClaim open : attempts.at(manifest::unfinished)) {
            Optional<Lease> lease = attempts.at(() -> heartbeat.take(open.id()));
            if (lease.isEmpty()) {
                continue;
            }
            progress.phase("recovery");
            // whoever asked for a period died before he took anything: he will ask again
            if ((open.listed() || open.order().isRerun() || list(lease.get(), false))
                    && runner.seeThrough(lease.get())) {
                finished.add(open.id());
            }
        }
        return finished;
    }

    /** Returns whether the claim is ours to go on with; an empty one that nobody waits for is closed. */
    boolean list(Lease lease, boolean awaited) throws IOException {
        try {
            return attempts.at(() -> claims.within(lease, () -> {
                if (intake.list(lease.claim()) || awaited) {
                    return true;
                }
                manifest.finish(lease.claim());
                return false;
            }));
        } catch (LostLeaseException lost) {
            return false;
        }
    }
}

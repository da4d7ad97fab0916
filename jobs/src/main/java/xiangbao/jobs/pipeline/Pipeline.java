package xiangbao.jobs.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xiangbao.jobs.intake.Intake;
import xiangbao.jobs.store.claims.ClaimOrder;
import xiangbao.jobs.store.claims.Lease;
import xiangbao.jobs.worker.ProgressBoard;
import xiangbao.jobs.worker.RunListener;
import xiangbao.jobs.worker.StopRequest;

/** The main job without a line in the operator log: claims what has come, and sees every open claim through, those of dead processes first. */
public final class Pipeline {
    private final Intake intake;
    private final Recovery recovery;
    private final OpenClaims open;
    private final ClaimRunner runner;
    private final RunAnswers answers;
    private final ProgressBoard progress;
    private final StopRequest stop;

    Pipeline(
            Intake intake,
            Recovery recovery,
            OpenClaims open,
            ClaimRunner runner,
            RunAnswers answers,
            ProgressBoard progress,
            StopRequest stop) {
        this.intake = intake;
        this.recovery = recovery;
        this.open = open;
        this.runner = runner;
        this.answers = answers;
        this.progress = progress;
        this.stop = stop;
    }

    public RunAnswer run(RunOrder order) {
        progress.listen(order.listener());
        try (StopRequest.Busy busy = stop.busy()) {
            recovery.tidy();
            intake.clearForgotten();
            List<Long> claims = new ArrayList<>(recovery.finish());
            progress.phase("intake");
            Intake.Claimed claimed = intake.claim(order.submit(), order.period(), order.cause());
            Optional<Lease> lease = claimed.claim();
            if (lease.isPresent()
                    && open.list(lease.get(), order.period().isPresent())
                    && runner.seeThrough(lease.get())) {
                claims.add(lease.get().claim());
            }
            return answers.of(claims, claimed.notTaken());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            progress.listen(RunListener.SILENT);
        }
    }

    /** Opens the claim of a rerun and sees it through, after what dead processes left undone; empty when another process took it over. */
    public Optional<Long> rerun(ClaimOrder order, RunListener listener) {
        progress.listen(listener);
        try (StopRequest.Busy busy = stop.busy()) {
            recovery.finish();
            Lease lease = runner.open(order);
            return runner.seeThrough(lease) ? Optional.of(lease.claim()) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            progress.listen(RunListener.SILENT);
        }
    }
}

package xiangbao.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import xiangbao.jobs.store.ClaimOrder;
import xiangbao.jobs.store.Manifest;
import xiangbao.jobs.store.ManifestRow;
import xiangbao.jobs.store.OpenClaim;
import xiangbao.jobs.store.Outbox;
import xiangbao.jobs.store.Runs;
import xiangbao.jobs.store.StoredRun;
import xiangbao.jobs.store.TargetRow;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.model.Outcome;
import xiangbao.statistics.model.Vintage;

/** The main job, once: claims, and sees every open claim through, those of dead processes first. */
final class MainJob {
    static final String NAME = "xiangbao";
    static final String CLAIM = "claim";

    private final Intake intake;
    private final Manifest manifest;
    private final Runs runs;
    private final RerunScope scope;
    private final Outbox outbox;
    private final ReturnDesk returns;
    private final Dossiers dossiers;
    private final Definitions definitions;
    private final Publications publications;
    private final WithheldVerdicts withheld;
    private final ProgressBoard progress;
    private final Job job;
    private final JobOperator operator;
    private final JobRepository repository;
    private final Clock clock;

    MainJob(
            Intake intake,
            Manifest manifest,
            Runs runs,
            RerunScope scope,
            Outbox outbox,
            ReturnDesk returns,
            Dossiers dossiers,
            Definitions definitions,
            Publications publications,
            WithheldVerdicts withheld,
            ProgressBoard progress,
            Job job,
            JobOperator operator,
            JobRepository repository,
            Clock clock) {
        this.intake = intake;
        this.manifest = manifest;
        this.runs = runs;
        this.scope = scope;
        this.outbox = outbox;
        this.returns = returns;
        this.dossiers = dossiers;
        this.definitions = definitions;
        this.publications = publications;
        this.withheld = withheld;
        this.progress = progress;
        this.job = job;
        this.operator = operator;
        this.repository = repository;
        this.clock = clock;
    }

    RunAnswer run(RunOrder order) {
        progress.listen(order.listener());
        try {
            List<Long> claims = new ArrayList<>();
            for (OpenClaim open : manifest.unfinished()) {
                if (!open.listed()) {
                    intake.list(open.id());
                }
                seeThrough(open.id());
                claims.add(open.id());
            }
            publications.print();
            Intake.Claimed claimed = intake.claim(order);
            seeThrough(claimed.claim());
            claims.add(claimed.claim());
            if (!outbox.due().isEmpty()) {
                returns.write();
            }
            return answer(claims, claimed.notTaken());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            progress.listen(RunListener.SILENT);
        }
    }

    /** Opens the claim of a rerun and sees it through, after what dead processes left undone; empty when another process took it over. */
    Optional<Long> rerun(ClaimOrder order, RunListener listener) {
        progress.listen(listener);
        try {
            for (OpenClaim open : manifest.unfinished()) {
                if (!open.listed()) {
                    intake.list(open.id());
                }
                seeThrough(open.id());
            }
            publications.print();
            long claim = manifest.openClaim(order, LocalDateTime.now(clock));
            seeThrough(claim);
            return Optional.of(claim);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            progress.listen(RunListener.SILENT);
        }
    }

    private void seeThrough(long claim) {
        JobParameters parameters =
                new JobParametersBuilder().addLong(CLAIM, claim).toJobParameters();
        JobExecution execution;
        try {
            JobExecution last = repository.getLastJobExecution(NAME, parameters);
            if (last == null) {
                execution = operator.start(job, parameters);
            } else if (last.getStatus() == BatchStatus.COMPLETED) {
                execution = last;
            } else {
                // whoever ran it is dead: only the owner of the workspace comes here
                JobExecution failed = last.isRunning() ? operator.recover(last) : last;
                execution = operator.restart(failed);
            }
        } catch (Exception failure) {
            throw new IllegalStateException("the job of claim " + claim + " cannot be started", failure);
        }
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            List<Throwable> failures = execution.getAllFailureExceptions();
            throw new IllegalStateException(
                    "the job of claim " + claim + " ended as " + execution.getStatus(),
                    failures.isEmpty() ? null : failures.get(0));
        }
        manifest.finish(claim);
    }

    private RunAnswer answer(List<Long> claims, Map<String, FileAnswer> notTaken) {
        boolean good = true;
        Map<String, FileAnswer> files = new TreeMap<>();
        notTaken.forEach((path, file) -> files.put(path + "\0ignored", file));
        Map<String, PeriodRun> periods = new LinkedHashMap<>();
        List<WithheldAnswer> kept = new ArrayList<>();
        for (long claim : claims) {
            kept.addAll(withheld.of(claim));
            for (ManifestRow row : manifest.files(claim)) {
                Dossiers.FileState state = dossiers.read(row.id());
                good &= isGood(state.underlying());
                files.put(row.path() + "\0" + row.id(), Dossiers.answer(state));
            }
            List<StoredRun> made = new ArrayList<>();
            Map<StoredRun, Boolean> ofClaim = runs.ofClaim(claim);
            made.addAll(ofClaim.keySet());
            made.sort(java.util.Comparator.comparing(StoredRun::period).thenComparing(StoredRun::number));
            for (StoredRun run : made) {
                periods.remove(run.period().toString());
                periods.put(run.period().toString(), answer(run, ofClaim.getOrDefault(run, false)));
                good &= isGood(run);
            }
        }
        return new RunAnswer(
                definitions.digest(),
                good ? 0 : 1,
                new ArrayList<>(files.values()),
                new ArrayList<>(periods.values()),
                kept);
    }

    private static boolean isGood(Outcome outcome) {
        return switch (outcome) {
            case IGNORED, DUPLICATE, ACCEPTED -> true;
            case PENDING_EXPLANATION, HELD, RETURNED, UNREADABLE -> false;
        };
    }

    private boolean isGood(StoredRun run) {
        return runs.targets(run.id()).stream().noneMatch(TargetRow::offTarget)
                && runs.coverage(run.id()).stream().allMatch(one -> one.pending() == 0 && one.returned() == 0);
    }

    private PeriodRun answer(StoredRun run, boolean fresh) {
        return new PeriodRun(
                run.number(),
                run.period(),
                Vintage.of(run.vintage()),
                fresh,
                scope.judgedOtherwise(run.period()),
                RunHistory.coverage(runs, run),
                runs.reports(run.id()));
    }
}

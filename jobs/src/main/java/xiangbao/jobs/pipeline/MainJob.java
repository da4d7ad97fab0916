package xiangbao.jobs.pipeline;

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
import xiangbao.jobs.feedback.Dossiers;
import xiangbao.jobs.intake.Intake;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.jobs.review.RerunScope;
import xiangbao.jobs.review.WithheldAnswer;
import xiangbao.jobs.review.WithheldVerdicts;
import xiangbao.jobs.runs.CoverageAnswer;
import xiangbao.jobs.runs.OfficialComparison;
import xiangbao.jobs.runs.PeriodRun;
import xiangbao.jobs.runs.Publications;
import xiangbao.jobs.store.DeskLock;
import xiangbao.jobs.store.LostTenureException;
import xiangbao.jobs.store.claims.ClaimOrder;
import xiangbao.jobs.store.claims.Claims;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.claims.ManifestRow;
import xiangbao.jobs.store.claims.OpenClaim;
import xiangbao.jobs.store.claims.Tenure;
import xiangbao.jobs.store.decisions.Explanations;
import xiangbao.jobs.store.runs.CoverageRow;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.store.runs.TargetRow;
import xiangbao.jobs.worker.Attempts;
import xiangbao.jobs.worker.Heart;
import xiangbao.jobs.worker.Leftovers;
import xiangbao.jobs.worker.ProgressBoard;
import xiangbao.jobs.worker.RunListener;
import xiangbao.jobs.worker.StopSign;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.publication.Vintage;

/** The main job, once: claims, and sees every open claim through, those of dead processes first. */
public final class MainJob {
    public static final String NAME = "xiangbao";
    public static final String CLAIM = "claim";

    private final Intake intake;
    private final Manifest manifest;
    private final Runs runs;
    private final RerunScope scope;
    private final Dossiers dossiers;
    private final Definitions definitions;
    private final Publications publications;
    private final WithheldVerdicts withheld;
    private final Explanations explanations;
    private final ProgressBoard progress;
    private final Heart heart;
    private final Claims claims;
    private final ClaimRunner runner;
    private final DeskLock desk;
    private final Leftovers leftovers;
    private final Attempts attempts;
    private final StopSign stop;
    private final Clock clock;
    private boolean tidied;

    public MainJob(
            Intake intake,
            Manifest manifest,
            Runs runs,
            RerunScope scope,
            Dossiers dossiers,
            Definitions definitions,
            Publications publications,
            WithheldVerdicts withheld,
            Explanations explanations,
            ProgressBoard progress,
            Heart heart,
            Claims claims,
            ClaimRunner runner,
            DeskLock desk,
            Leftovers leftovers,
            Attempts attempts,
            StopSign stop,
            Clock clock) {
        this.intake = intake;
        this.manifest = manifest;
        this.runs = runs;
        this.scope = scope;
        this.dossiers = dossiers;
        this.definitions = definitions;
        this.publications = publications;
        this.withheld = withheld;
        this.explanations = explanations;
        this.progress = progress;
        this.heart = heart;
        this.claims = claims;
        this.runner = runner;
        this.desk = desk;
        this.leftovers = leftovers;
        this.attempts = attempts;
        this.stop = stop;
        this.clock = clock;
    }

    public RunAnswer run(RunOrder order) {
        progress.listen(order.listener());
        try (StopSign.Busy busy = stop.busy()) {
            tidy();
            List<Long> claims = new ArrayList<>(finishOpenOnes());
            print();
            progress.phase("intake");
            Intake.Claimed claimed = intake.claim(order.submit(), order.period(), order.cause());
            Optional<Tenure> tenure = claimed.claim();
            if (tenure.isPresent()
                    && list(tenure.get(), order.period().isPresent())
                    && runner.seeThrough(tenure.get())) {
                claims.add(tenure.get().claim());
            }
            return answer(claims, claimed.notTaken());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            progress.listen(RunListener.SILENT);
        }
    }

    /** Opens the claim of a rerun and sees it through, after what dead processes left undone; empty when another process took it over. */
    public Optional<Long> rerun(ClaimOrder order, RunListener listener) {
        progress.listen(listener);
        try (StopSign.Busy busy = stop.busy()) {
            finishOpenOnes();
            print();
            Tenure tenure = claims.open(order, LocalDateTime.now(clock), heart.worker());
            return runner.seeThrough(tenure) ? Optional.of(tenure.claim()) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            progress.listen(RunListener.SILENT);
        }
    }

    private void print() throws IOException {
        desk.hold(() -> {
            publications.print();
            return desk;
        });
    }

    private void tidy() throws IOException {
        if (!tidied) {
            leftovers.clear();
            tidied = true;
        }
        intake.clearForgotten();
    }

    /** Those of our own that were interrupted, and those whose owner is dead. */
    private List<Long> finishOpenOnes() throws IOException {
        List<Long> finished = new ArrayList<>();
        for (OpenClaim open : attempts.at(manifest::unfinished)) {
            Optional<Tenure> tenure = attempts.at(() -> heart.take(open.id()));
            if (tenure.isEmpty()) {
                continue;
            }
            progress.phase("recovery");
            // whoever asked for a period died before he took anything: he will ask again
            if ((open.listed() || open.order().isRerun() || list(tenure.get(), false))
                    && runner.seeThrough(tenure.get())) {
                finished.add(open.id());
                // its owner may have left more behind
                tidied = false;
            }
        }
        return finished;
    }

    /** Returns whether the claim is ours to go on with; an empty one that nobody waits for is closed. */
    private boolean list(Tenure tenure, boolean awaited) throws IOException {
        try {
            return attempts.at(() -> claims.within(tenure, () -> {
                if (intake.list(tenure.claim()) || awaited) {
                    return true;
                }
                manifest.finish(tenure.claim());
                return false;
            }));
        } catch (LostTenureException lost) {
            return false;
        }
    }

    private RunAnswer answer(List<Long> claims, Map<String, FileAnswer> notTaken) {
        boolean good = true;
        Map<String, FileAnswer> files = new TreeMap<>();
        notTaken.forEach((path, file) -> files.put(path + "\0ignored", file));
        Map<String, PeriodRun> periods = new LinkedHashMap<>();
        List<WithheldAnswer> kept = new ArrayList<>();
        int explained = 0;
        for (long claim : claims) {
            kept.addAll(withheld.of(claim));
            explained += explanations.ofClaim(claim).size();
            for (ManifestRow row : manifest.files(claim)) {
                Dossiers.FileState state = dossiers.read(row.id());
                good &= state.underlying().isGood();
                files.put(row.path() + "\0" + row.id(), Dossiers.answer(state));
            }
            List<StoredRun> made = new ArrayList<>();
            Map<StoredRun, Boolean> ofClaim = runs.ofClaim(claim);
            made.addAll(ofClaim.keySet());
            made.sort(java.util.Comparator.comparing(StoredRun::period).thenComparing(StoredRun::number));
            for (StoredRun run : made) {
                PeriodRun earlier = periods.remove(run.period().toString());
                // made by one of these claims, and found unchanged by the next: it is new all the same
                boolean fresh = ofClaim.getOrDefault(run, false)
                        || (earlier != null && earlier.run() == run.number() && earlier.fresh());
                periods.put(run.period().toString(), answer(run, fresh));
                good &= isGood(run);
            }
        }
        return new RunAnswer(
                definitions.digest(),
                good ? 0 : 1,
                new ArrayList<>(files.values()),
                new ArrayList<>(periods.values()),
                kept,
                explained);
    }

    private boolean isGood(StoredRun run) {
        return runs.targets(run.id()).stream().noneMatch(TargetRow::offTarget)
                && runs.coverage(run.id()).stream().allMatch(CoverageRow::isSettled);
    }

    private PeriodRun answer(StoredRun run, boolean fresh) {
        return new PeriodRun(
                run.number(),
                run.period(),
                Vintage.of(run.vintage()),
                fresh,
                scope.judgedOtherwise(run.period()),
                CoverageAnswer.of(runs, run),
                OfficialComparison.beyondRounding(
                        runs.figures(
                                run.id(),
                                Optional.empty(),
                                definitions.units().county().code()),
                        runs.targets(run.id()),
                        run.period(),
                        definitions),
                runs.reports(run.id()));
    }
}

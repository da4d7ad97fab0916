package xiangbao.jobs.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xiangbao.jobs.feedback.FileStates;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.jobs.review.RerunScope;
import xiangbao.jobs.review.WithheldAnswer;
import xiangbao.jobs.review.WithheldVerdicts;
import xiangbao.jobs.runs.CoverageAnswer;
import xiangbao.jobs.runs.OfficialComparison;
import xiangbao.jobs.runs.PeriodRun;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.claims.ManifestRow;
import xiangbao.jobs.store.decisions.Explanations;
import xiangbao.jobs.store.runs.CoverageRow;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.store.runs.TargetRow;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.publication.Vintage;

/** What the main job answers: what became of every file, and of every period that it made a run of. */
final class RunAnswers {
    private final Definitions definitions;
    private final Manifest manifest;
    private final FileStates states;
    private final Explanations explanations;
    private final WithheldVerdicts withheld;
    private final Runs runs;
    private final RerunScope scope;

    RunAnswers(
            Definitions definitions,
            Manifest manifest,
            FileStates states,
            Explanations explanations,
            WithheldVerdicts withheld,
            Runs runs,
            RerunScope scope) {
        this.definitions = definitions;
        this.manifest = manifest;
        this.states = states;
        this.explanations = explanations;
        this.withheld = withheld;
        this.runs = runs;
        this.scope = scope;
    }

    RunAnswer of(List<Long> claims, Map<String, FileAnswer> notTaken) {
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
                FileStates.FileState state = states.read(row.id());
                good &= state.underlying().isGood();
                files.put(row.path() + "\0" + row.id(), FileStates.answer(state));
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

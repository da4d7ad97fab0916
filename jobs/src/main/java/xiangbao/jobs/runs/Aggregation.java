package xiangbao.jobs.runs;

import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.claims.OpenClaim;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.worker.ProgressBoard;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.publication.Vintage;

/** 汇总: makes the runs of county periods. Their basis is fixed first, then it is rolled up and what it comes to is stored. */
public final class Aggregation {
    private final Manifest manifest;
    private final ClaimPeriods periods;
    private final RunFixing fixing;
    private final RunResults results;
    private final Runs runs;
    private final TransactionTemplate transaction;
    private final ProgressBoard progress;

    Aggregation(
            Manifest manifest,
            ClaimPeriods periods,
            RunFixing fixing,
            RunResults results,
            Runs runs,
            TransactionTemplate transaction,
            ProgressBoard progress) {
        this.manifest = manifest;
        this.periods = periods;
        this.fixing = fixing;
        this.results = results;
        this.runs = runs;
        this.transaction = transaction;
        this.progress = progress;
    }

    /** Makes the runs of all periods that a claim calls for. */
    public void aggregate(long claim) {
        OpenClaim order = manifest.claim(claim);
        Set<ReferencePeriod> called = periods.of(order);
        progress.begin("aggregate", called.size());
        for (ReferencePeriod period : called) {
            fixing.fix(order, period)
                    .filter(run -> run.state() == StoredRun.State.FIXED)
                    .ifPresent(this::store);
            progress.one("aggregate", called.size());
        }
    }

    /** Makes the run of a sealed result, figures and all, within the caller's transaction; it is printed once that is committed. */
    public StoredRun publish(long claim, ReferencePeriod period, Vintage vintage) {
        StoredRun run = fixing.fix(manifest.claim(claim), period, vintage);
        store(run);
        return runs.get(run.id());
    }

    private void store(StoredRun run) {
        RunResults.RunResult result = results.of(run);
        RunTables tables = RunTables.of(result.county(), result.loaded());
        transaction.executeWithoutResult(
                status -> runs.store(run.id(), tables.figures(), tables.coverage(), tables.targets()));
    }
}

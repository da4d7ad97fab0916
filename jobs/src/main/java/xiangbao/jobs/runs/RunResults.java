package xiangbao.jobs.runs;

import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.workspace.Configurations;
import xiangbao.statistics.definitions.CountyResult;

/** Computes the result of a run from its basis alone. */
final class RunResults {
    private final Configurations configurations;
    private final BasisReader bases;

    RunResults(Configurations configurations, BasisReader bases) {
        this.configurations = configurations;
        this.bases = bases;
    }

    /** A result and the basis that it is computed from. */
    record RunResult(CountyResult county, BasisReader.LoadedBasis loaded) {}

    RunResult of(StoredRun run) {
        BasisReader.LoadedBasis loaded = bases.read(run);
        return new RunResult(CountyResult.of(configurations.behind(run.configuration()), loaded.basis()), loaded);
    }
}

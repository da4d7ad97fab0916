package xiangbao.jobs.pipeline;

import java.io.IOException;
import xiangbao.jobs.runs.Aggregation;
import xiangbao.jobs.worker.ProgressBoard;
import xiangbao.jobs.workspace.Configurations;

/** 汇总: a run of every period that the claim touches. */
final class AggregateStep implements ClaimWork {
    private final ProgressBoard progress;
    private final Configurations configurations;
    private final Aggregation aggregation;

    AggregateStep(ProgressBoard progress, Configurations configurations, Aggregation aggregation) {
        this.progress = progress;
        this.configurations = configurations;
        this.aggregation = aggregation;
    }

    @Override
    public void on(long claim) throws IOException {
        progress.phase("aggregate");
        // once more: a process with another configuration may have died before this step
        configurations.keep();
        aggregation.aggregate(claim);
    }
}

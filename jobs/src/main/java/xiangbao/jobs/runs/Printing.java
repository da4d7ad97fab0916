package xiangbao.jobs.runs;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.worker.ProgressBoard;
import xiangbao.jobs.worker.StopRequest;

/** Prints the reports of runs, each once. */
public final class Printing {
    private final Runs runs;
    private final CountyReportFolders folders;
    private final Clock clock;
    private final ProgressBoard progress;
    private final StopRequest stop;

    Printing(Runs runs, CountyReportFolders folders, Clock clock, ProgressBoard progress, StopRequest stop) {
        this.runs = runs;
        this.folders = folders;
        this.clock = clock;
        this.progress = progress;
        this.stop = stop;
    }

    /** Prints the claim's runs that have not been printed; a report that stands is never written again. */
    public void print(long claim) throws IOException {
        Map<StoredRun, Boolean> all = runs.ofClaim(claim);
        progress.begin("report", all.size());
        for (StoredRun run : all.keySet()) {
            if (run.state() == StoredRun.State.AGGREGATED) {
                print(run);
            }
            progress.one("report", all.size());
            stop.heed();
        }
    }

    /** Prints the sealed results that were decided and not printed, those of a process that died too. */
    void printVintages() throws IOException {
        for (StoredRun run : runs.unprintedVintages()) {
            print(run);
        }
    }

    private void print(StoredRun run) throws IOException {
        runs.reported(run.id(), folders.write(run), LocalDateTime.now(clock));
    }
}

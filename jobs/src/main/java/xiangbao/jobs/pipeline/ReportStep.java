package xiangbao.jobs.pipeline;

import java.io.IOException;
import xiangbao.jobs.feedback.PersonalFiles;
import xiangbao.jobs.feedback.Returns;
import xiangbao.jobs.runs.Printing;
import xiangbao.jobs.worker.ProgressBoard;

/** Writes what goes back to the units, then the reports of the runs. */
final class ReportStep implements ClaimWork {
    private final ProgressBoard progress;
    private final Returns returns;
    private final PersonalFiles personal;
    private final Printing printing;

    ReportStep(ProgressBoard progress, Returns returns, PersonalFiles personal, Printing printing) {
        this.progress = progress;
        this.returns = returns;
        this.personal = personal;
        this.printing = printing;
    }

    @Override
    public void on(long claim) throws IOException {
        progress.phase("feedback");
        returns.write();
        personal.forget(claim);
        progress.phase("report");
        printing.print(claim);
    }
}

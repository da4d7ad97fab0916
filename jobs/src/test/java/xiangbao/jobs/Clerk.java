package xiangbao.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.pipeline.MainJob;
import xiangbao.jobs.pipeline.RunAnswer;
import xiangbao.jobs.pipeline.RunOrder;
import xiangbao.jobs.worker.RunListener;
import xiangbao.statistics.periods.ReferencePeriod;

/** 经办人: who hands workbooks in to an office and has a period worked on. */
public record Clerk(String name, ReferencePeriod period) {
    public RunOrder order(RunListener listener, Path... files) {
        return new RunOrder(List.of(files), Optional.of(period), Cause.command(name), listener);
    }

    public RunOrder order(Path... files) {
        return order(RunListener.SILENT, files);
    }

    /** Files or folders; without any, what lies in the inbox is taken. */
    public RunAnswer submits(Office office, Path... files) {
        return office.entry(MainJob.class).run(order(files));
    }
}

package xiangbao.jobs.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.operations.OperatorAction;
import xiangbao.jobs.worker.RunListener;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * What one run of the main job is asked to do.
 *
 * @param submit files and folders that are copied into the inbox first; the originals stay
 * @param period the county period to report on; empty means every period that has new submissions
 * @param cause stands with the runs that are made
 */
public record RunOrder(List<Path> submit, Optional<ReferencePeriod> period, Cause cause, RunListener listener) {
    public RunOrder {
        submit = List.copyOf(submit);
    }

    /** How it is noted in the operator log. */
    public OperatorAction action() {
        List<String> submitted =
                submit().stream().map(path -> "--submit " + path).toList();
        return new OperatorAction("run", cause(), String.join(" ", submitted), period());
    }
}

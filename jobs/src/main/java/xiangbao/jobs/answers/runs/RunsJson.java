package xiangbao.jobs.answers.runs;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import xiangbao.jobs.runs.RunSummary;

/** The runs there were. */
public record RunsJson(List<Run> runs) {
    public static RunsJson of(List<RunSummary> runs) {
        return new RunsJson(runs.stream()
                .map(run -> new Run(RunHead.of(run), run.reports()))
                .toList());
    }

    /** One of them. */
    public record Run(@JsonUnwrapped RunHead head, int reports) {}
}

package xiangbao.jobs.answers.runs;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.runs.RunSummary;
import xiangbao.statistics.periods.ReferencePeriod;

/** When a run was made, by whom, why and of what. */
public record RunHead(
        int run,
        ReferencePeriod period,
        @JsonUnwrapped Ordered ordered,
        String vintage,
        String state,
        @JsonUnwrapped Times times,
        @JsonUnwrapped MadeWith madeWith,
        int files,
        Map<String, Integer> submissions) {
    static RunHead of(RunSummary run) {
        Map<String, Integer> submissions = new TreeMap<>();
        run.submissions().forEach((outcome, count) -> submissions.put(outcome.name(), count));
        return new RunHead(
                run.run(),
                run.period(),
                new Ordered(run.cause().kind(), run.cause().actor(), run.cause().reason()),
                run.vintage(),
                run.state(),
                new Times(run.requestedAt(), run.fixedAt(), run.finishedAt()),
                new MadeWith(run.configuration(), run.templates(), run.programVersion(), "sha256:" + run.basis()),
                run.files(),
                submissions);
    }

    /** Who had it made and why. */
    public record Ordered(Cause.Kind kind, String actor, String reason) {}

    /** When it was ordered, when its basis was fixed, when its reports stood. */
    public record Times(
            @Nullable LocalDateTime requestedAt,
            LocalDateTime fixedAt,
            @Nullable LocalDateTime finishedAt) {}

    /** What it was made with. */
    public record MadeWith(String configuration, String templates, String program, String basisDigest) {}
}

package xiangbao.jobs.schedule;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.jobs.outcomes.FindingAnswer;
import xiangbao.jobs.outcomes.SubmissionAnswer;
import xiangbao.jobs.pipeline.RunFinished;
import xiangbao.jobs.store.operations.StandingCounts;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.findings.Severity;

/** How many files came with what outcome, how many findings of what weight, and what waits. Spring Batch itself measures how long the steps take. */
final class ServingMeters {
    private final Map<Outcome, Counter> files = new EnumMap<>(Outcome.class);
    private final Map<Severity, Counter> findings = new EnumMap<>(Severity.class);

    ServingMeters(MeterRegistry registry, InboxWatcher watcher, StandingCounts counts) {
        for (Outcome outcome : Outcome.values()) {
            files.put(
                    outcome,
                    Counter.builder("xiangbao.files")
                            .description("Files taken from the inbox, by outcome")
                            .tag("outcome", outcome.name())
                            .register(registry));
        }
        for (Severity severity : Severity.values()) {
            findings.put(
                    severity,
                    Counter.builder("xiangbao.findings")
                            .description("Findings of the audit, by severity")
                            .tag("severity", severity.name())
                            .register(registry));
        }
        Gauge.builder("xiangbao.inbox.waiting", watcher, InboxWatcher::waiting)
                .description("Files in the inbox that have not been taken")
                .register(registry);
        Gauge.builder("xiangbao.inbox.oldest", watcher, one -> one.oldest().toMillis() / 1000.0)
                .description("For how long the oldest of them has been seen waiting")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("xiangbao.claims.open", counts, StandingCounts::openClaims)
                .description("Claims that have not been seen through")
                .register(registry);
        Gauge.builder("xiangbao.submissions.held", counts, StandingCounts::held)
                .description("Submissions held because their period is sealed")
                .register(registry);
    }

    @EventListener
    void count(RunFinished run) {
        for (FileAnswer file : run.answer().files()) {
            // what is ignored lies in the inbox still and would be counted at every look
            if (file.outcome() != Outcome.IGNORED) {
                increment(files.get(file.outcome()));
            }
            for (FindingAnswer finding : file.findings()) {
                increment(findings.get(finding.finding().severity()));
            }
            if (file.outcome() != Outcome.DUPLICATE) {
                for (SubmissionAnswer submission : file.submissions()) {
                    submission
                            .findings()
                            .forEach(one -> increment(findings.get(one.finding().severity())));
                }
            }
        }
    }

    private static void increment(@org.jspecify.annotations.Nullable Counter counter) {
        if (counter != null) {
            counter.increment();
        }
    }
}

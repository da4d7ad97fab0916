package xiangbao.jobs.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.ApplicationEventPublisher;
import xiangbao.jobs.intake.Intake;
import xiangbao.jobs.operations.OperatorLog;
import xiangbao.jobs.store.operations.StandingCounts;

/** Collect, review, aggregate, report: what an office is for. Thread-safe: of two orders the second waits. */
public final class MainJob {
    private final Pipeline pipeline;
    private final Intake intake;
    private final StandingCounts counts;
    private final OperatorLog log;
    private final ApplicationEventPublisher events;

    MainJob(
            Pipeline pipeline,
            Intake intake,
            StandingCounts counts,
            OperatorLog log,
            ApplicationEventPublisher events) {
        this.pipeline = pipeline;
        this.intake = intake;
        this.counts = counts;
        this.log = log;
        this.events = events;
    }

    /** Does it once. Finishes first what an earlier process left undone. */
    public RunAnswer run(RunOrder order) {
        return log.keep(
                order.action(),
                line -> {
                    RunAnswer answer = pipeline.run(order);
                    events.publishEvent(new RunFinished(order, answer));
                    return answer;
                },
                RunAnswer::end);
    }

    /** Whether a run would find anything to do: files in the inbox, or claims that somebody left unfinished. */
    public boolean hasWork() {
        try {
            return !intake.waiting().isEmpty() || intake.hasLateBytes() || counts.openClaims() > 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package xiangbao.jobs.seals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import xiangbao.jobs.operations.OperatorLog;
import xiangbao.jobs.pipeline.Pipeline;
import xiangbao.jobs.pipeline.RunOrder;
import xiangbao.jobs.runs.Aggregation;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.publication.Vintage;

/** 定案: makes the result of a county period final. */
public final class Sealing {
    private final Pipeline job;
    private final LackingForms lackingForms;
    private final Aggregation aggregation;
    private final Runs runs;
    private final SealEvents events;
    private final SealDecisions decisions;
    private final OperatorLog log;

    Sealing(
            Pipeline job,
            LackingForms lackingForms,
            Aggregation aggregation,
            Runs runs,
            SealEvents events,
            SealDecisions decisions,
            OperatorLog log) {
        this.job = job;
        this.lackingForms = lackingForms;
        this.aggregation = aggregation;
        this.runs = runs;
        this.events = events;
        this.decisions = decisions;
        this.log = log;
    }

    /**
     * 定案: makes the result of a county period final, unless something is lacking.
     *
     * @throws OrderMistakeException when the period is sealed already or has not ended
     */
    public SealAnswer seal(SealOrder order) {
        return log.keep(order.action(), line -> sealed(order), answer -> answer.end(order.period()));
    }

    private SealAnswer sealed(SealOrder order) {
        ReferencePeriod period = order.period();
        events.requireEnded(period);
        events.requireOpen(period);
        // what lies in the inbox or was left undone belongs before the seal
        job.run(new RunOrder(List.of(), Optional.of(period), order.cause(), order.listener()));
        return decisions.holdingLock(() -> {
            decisions.keepConfiguration();
            SealAnswer answer = decisions.decide(() -> {
                events.requireOpen(period);
                List<SealAnswer.Lack> lacking = lackingForms.within(period);
                boolean unreviewed = lacking.stream().anyMatch(LackingForms::isUnreviewed);
                Optional<StoredRun> latest = runs.latest(period);
                if (unreviewed || (!lacking.isEmpty() && !order.incomplete())) {
                    return new SealAnswer(
                            period,
                            false,
                            latest.map(StoredRun::vintage).map(Vintage::of).orElse(Vintage.PRELIMINARY),
                            latest.map(StoredRun::number).orElse(null),
                            lacking,
                            List.of());
                }
                StoredRun run = aggregation.publish(decisions.claim(period, order.cause()), period, Vintage.FINAL);
                events.seal(
                        period,
                        run,
                        order.cause(),
                        lacking.stream()
                                .map(lack ->
                                        lack.unitName() + " " + lack.form() + " " + lack.period() + " " + lack.state())
                                .collect(Collectors.joining("\n")));
                return new SealAnswer(period, true, Vintage.FINAL, run.number(), lacking, List.of());
            });
            decisions.print();
            return answer.sealed() ? withReports(answer) : answer;
        });
    }

    private SealAnswer withReports(SealAnswer answer) {
        StoredRun run = runs.latest(answer.period()).orElseThrow();
        return new SealAnswer(
                answer.period(), true, answer.vintage(), answer.run(), answer.lacking(), runs.reports(run.id()));
    }
}

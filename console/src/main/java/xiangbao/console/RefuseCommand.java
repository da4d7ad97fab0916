package xiangbao.console;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import xiangbao.jobs.doubts.DecisionOrder;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.store.decisions.StoredDecision;
import xiangbao.statistics.periods.ReferencePeriod;

/** {@code xiangbao refuse}: the statistician decides that doubtful figures are wrong. */
@Command(name = "refuse", description = "退回：数不对的，退回填报单位改正，不能用说明代替；原来通过的那一次继续有效。", sortOptions = false)
final class RefuseCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

    @Option(
            names = "--period",
            required = true,
            paramLabel = "报告期",
            converter = PeriodOption.class,
            description = "如 2026-Q3")
    @SuppressWarnings("NullAway.Init")
    private ReferencePeriod period;

    @Option(
            names = "--finding",
            required = true,
            arity = "1..*",
            paramLabel = "问题编号",
            description = "退回哪些问题，编号见 findings")
    @SuppressWarnings("NullAway.Init")
    private List<String> findings;

    @Option(names = "--reason", required = true, paramLabel = "原因", description = "为什么退回，印在退回件上，记入台账")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(names = "--preview", description = "只看会怎样，什么也不改变")
    private boolean preview;

    @Override
    public Integer call() {
        return DecisionReport.of(
                place,
                DecisionOrder.about(
                        StoredDecision.Kind.REFUSED,
                        period,
                        findings,
                        preview,
                        new Cause(Cause.Kind.REFUSAL, place.actor(), UsageException.stated("--reason", reason))));
    }
}

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

/** {@code xiangbao ask}: the statistician asks back about doubts. */
@Command(name = "ask", description = "追问：说明还不清楚的，把问题写进退回件，请填报单位答复；问题仍待核实。", sortOptions = false)
final class AskCommand implements Callable<Integer> {
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
            description = "追问哪些问题，编号见 findings")
    @SuppressWarnings("NullAway.Init")
    private List<String> findings;

    @Option(names = "--text", required = true, paramLabel = "问题", description = "要问什么，印在退回件的“怎么改”一栏")
    @SuppressWarnings("NullAway.Init")
    private String text;

    @Option(names = "--preview", description = "只看会怎样，什么也不改变")
    private boolean preview;

    @Override
    public Integer call() {
        return DecisionReport.of(
                place,
                DecisionOrder.about(
                        StoredDecision.Kind.ASKED,
                        period,
                        findings,
                        preview,
                        new Cause(Cause.Kind.QUESTION, place.actor(), UsageException.stated("--text", text))));
    }
}

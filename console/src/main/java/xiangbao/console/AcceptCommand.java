package xiangbao.console;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import xiangbao.jobs.doubts.DecisionOrder;
import xiangbao.jobs.operations.Cause;
import xiangbao.statistics.periods.ReferencePeriod;

/** {@code xiangbao accept}: the statistician accepts what was said about doubts. */
@Command(name = "accept", description = "认可审核说明：待核实的问题不再待核实，下次汇总时计为通过。", sortOptions = false)
final class AcceptCommand implements Callable<Integer> {
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

    @Option(names = "--form", paramLabel = "表号", description = "只认可这张表的，如 平31-1；不写则全部报表")
    private @Nullable String form;

    @Option(names = "--unit", paramLabel = "单位", description = "只认可这个单位的，代码或名称；不写则全部单位")
    private @Nullable String unit;

    @Option(names = "--finding", arity = "1..*", paramLabel = "问题编号", description = "只认可这些问题，编号见 findings；不写则认可所有写了说明的")
    private List<String> findings = List.of();

    @Option(names = "--unexplained", description = "没有写说明的也认可（原因里应说明）")
    private boolean unexplained;

    @Option(names = "--once", description = "只认可这一期，以后各期不沿用（一次性的原因，如受灾）")
    private boolean once;

    @Option(names = "--reason", required = true, paramLabel = "原因", description = "为什么认可，记入台账，印在审核情况表上")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(names = "--preview", description = "只看会认可哪些，什么也不改变")
    private boolean preview;

    @Override
    public Integer call() {
        DecisionOrder order = DecisionOrder.accept(
                period,
                Optional.ofNullable(form).map(FormsCommand::formCode),
                Optional.ofNullable(unit),
                findings,
                unexplained,
                preview,
                new Cause(Cause.Kind.ACCEPTANCE, place.actor(), UsageException.stated("--reason", reason)));
        return DecisionReport.of(place, once ? order.onlyOnce() : order);
    }
}

package xiangbao.console;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import xiangbao.jobs.Office;
import xiangbao.jobs.answers.runs.DiffJson;
import xiangbao.jobs.runs.RunName;
import xiangbao.jobs.runs.comparison.DiffAnswer;
import xiangbao.jobs.runs.comparison.RunHistory;
import xiangbao.jobs.workspace.OrderedScope;
import xiangbao.statistics.periods.ReferencePeriod;

/** {@code xiangbao diff}: which figures changed between two runs, and why. */
@Command(name = "diff", description = "两次汇总之间哪些数变了，各是什么原因。", sortOptions = false)
final class DiffCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

    @Parameters(
            index = "0",
            paramLabel = "前一次",
            converter = RunOption.class,
            description = "如 2026-Q3/6，有 --period 时写 6")
    @SuppressWarnings("NullAway.Init")
    private RunName from;

    @Parameters(index = "1", paramLabel = "后一次", converter = RunOption.class, description = "如 2026-Q3/7 或 7")
    @SuppressWarnings("NullAway.Init")
    private RunName to;

    @Option(names = "--period", paramLabel = "报告期", converter = PeriodOption.class, description = "如 2026-Q3")
    private @Nullable ReferencePeriod period;

    @Option(names = "--unit", paramLabel = "单位", description = "看一个单位的数，代码或名称，如 430626111 或 伍市镇；不写则看全县的数")
    private @Nullable String unit;

    @Override
    public Integer call() {
        Optional<ReferencePeriod> within =
                Optional.ofNullable(period).or(from::period).or(to::period);
        try (Office office = place.standingOffice()) {
            DiffAnswer answer = office.entry(RunHistory.class)
                    .diff(
                            from.within(within),
                            to.within(within),
                            Optional.ofNullable(unit)
                                    .flatMap(named -> office.entry(OrderedScope.class)
                                            .choice(Optional.of(named))
                                            .unit()));
            if (place.json()) {
                place.terminal().json(DiffJson.of(answer));
            } else {
                new RunScreen(place.terminal()).diff(answer);
            }
            return 0;
        }
    }
}

package xiangbao.console;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import xiangbao.jobs.Office;
import xiangbao.jobs.answers.LogJson;
import xiangbao.jobs.operations.OperatorLog;
import xiangbao.jobs.store.operations.LoggedAction;
import xiangbao.statistics.periods.ReferencePeriod;

/** {@code xiangbao log}: what changed the state, who did it and why. */
@Command(name = "log", description = "操作日志：谁在什么时候做了什么、为什么、结果如何；只增不改。", sortOptions = false)
final class LogCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

    @Option(names = "--period", paramLabel = "报告期", converter = PeriodOption.class, description = "只看与这个报告期有关的")
    private @Nullable ReferencePeriod period;

    @Override
    public Integer call() {
        try (Office office = place.standingOffice()) {
            List<LoggedAction> actions = office.entry(OperatorLog.class).actions(Optional.ofNullable(period));
            if (place.json()) {
                place.terminal().json(LogJson.of(actions));
            } else {
                new Screen(place.terminal()).log(actions);
            }
            return 0;
        }
    }
}

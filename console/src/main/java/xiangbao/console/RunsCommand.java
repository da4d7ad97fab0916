package xiangbao.console;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import xiangbao.jobs.Office;
import xiangbao.jobs.answers.runs.RunsJson;
import xiangbao.jobs.runs.RunSummary;
import xiangbao.jobs.runs.comparison.RunHistory;
import xiangbao.statistics.periods.ReferencePeriod;

/** {@code xiangbao runs}: which runs there were, who had them made and why. */
@Command(name = "runs", description = "历次汇总：次数、何人何时何故、数据性质、份数。", sortOptions = false)
final class RunsCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

    @Option(names = "--period", paramLabel = "报告期", converter = PeriodOption.class, description = "如 2026-Q3；不写则列全部报告期")
    private @Nullable ReferencePeriod period;

    @Override
    public Integer call() {
        try (Office office = place.standingOffice()) {
            List<RunSummary> runs = office.entry(RunHistory.class).runs(Optional.ofNullable(period));
            if (place.json()) {
                place.terminal().json(RunsJson.of(runs));
            } else {
                new RunScreen(place.terminal()).runs(runs);
            }
            return 0;
        }
    }
}

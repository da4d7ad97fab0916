package xiangbao.console;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import xiangbao.jobs.Office;
import xiangbao.jobs.TargetAnswer;
import xiangbao.statistics.model.ReferencePeriod;

/** {@code xiangbao progress}: the targets of the plan and how far they are reached. */
@Command(name = "progress", description = "任务目标完成情况。", sortOptions = false)
final class ProgressCommand implements Callable<Integer> {
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

    @Override
    public Integer call() {
        try (Office office = place.office()) {
            List<TargetAnswer> answers = office.progress(period);
            if (place.json()) {
                place.terminal().answer(Json.text(Json.progress(answers)));
            } else {
                new Screen(place.terminal()).progress(period, answers);
            }
            return 0;
        }
    }
}

package xiangbao.console;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import xiangbao.jobs.Office;
import xiangbao.jobs.UnitStatus;
import xiangbao.statistics.model.ReferencePeriod;

/** {@code xiangbao status}: who owes what, unit by form. */
@Command(name = "status", description = "谁该报什么、报到哪一步。", sortOptions = false)
final class StatusCommand implements Callable<Integer> {
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
            List<UnitStatus> answers = office.status(period);
            if (place.json()) {
                place.terminal().answer(Json.text(Json.status(answers)));
            } else {
                new Screen(place.terminal()).status(period, answers);
            }
            return 0;
        }
    }
}

package xiangbao.console;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import xiangbao.jobs.FigureAnswer;
import xiangbao.jobs.Office;
import xiangbao.statistics.model.FormCode;
import xiangbao.statistics.model.ReferencePeriod;
import xiangbao.statistics.model.UnitCode;

/** {@code xiangbao figures}: the aggregated figures with their coverage. */
@Command(name = "figures", description = "汇总数及其覆盖情况。", sortOptions = false)
final class FiguresCommand implements Callable<Integer> {
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

    @Option(names = "--form", paramLabel = "表号", description = "如 平31-1；不写则全部报表")
    private @Nullable String form;

    @Option(names = "--unit", paramLabel = "单位代码", description = "如 430626111；不写则只列全县")
    private @Nullable String unit;

    @Override
    public Integer call() {
        try (Office office = place.office()) {
            List<FigureAnswer> answers = office.figures(
                    period,
                    Optional.ofNullable(form).map(FormCode::new),
                    Optional.ofNullable(unit).map(UnitCode::new));
            if (place.json()) {
                place.terminal().answer(Json.text(Json.figures(answers)));
            } else {
                new Screen(place.terminal()).figures(period, answers);
            }
            return 0;
        }
    }
}

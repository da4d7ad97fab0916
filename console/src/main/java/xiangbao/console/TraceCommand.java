package xiangbao.console;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import xiangbao.jobs.Office;
import xiangbao.jobs.TraceAnswer;
import xiangbao.statistics.model.IndicatorCode;
import xiangbao.statistics.model.ReferencePeriod;

/** {@code xiangbao trace}: a figure down to file, sheet, cell and SHA-256. */
@Command(name = "trace", description = "把一个汇总数追溯到文件、工作表、单元格。", sortOptions = false)
final class TraceCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

    @Parameters(paramLabel = "指标", description = "如 平31-1:05.1 或 平31-1:普及率")
    @SuppressWarnings("NullAway.Init")
    private String indicator;

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
        IndicatorCode code = IndicatorCode.parse(indicator)
                .orElseThrow(() -> new UsageException("指标“" + indicator + "”不对：应写成 平31-1:05.1（表号:行.列）或 平31-1:普及率。"));
        try (Office office = place.office()) {
            Optional<TraceAnswer> answer = office.trace(code, period);
            if (answer.isEmpty()) {
                throw new UsageException(period.title() + "的汇总结果里没有指标“" + indicator + "”；请先运行 run --period " + period
                        + "，或用 figures 查看有哪些指标。");
            }
            if (place.json()) {
                place.terminal().answer(Json.text(Json.trace(answer.get())));
            } else {
                new Screen(place.terminal()).trace(answer.get());
            }
            return 0;
        }
    }
}

package xiangbao.console;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import xiangbao.jobs.Office;
import xiangbao.jobs.RunName;
import xiangbao.jobs.TraceAnswer;
import xiangbao.statistics.model.IndicatorCode;
import xiangbao.statistics.model.ReferencePeriod;

/** {@code xiangbao trace}: a figure down to file, sheet, cell and SHA-256. */
@Command(name = "trace", description = "把一个汇总数追溯到文件、工作表、单元格。", sortOptions = false)
final class TraceCommand extends RunQuery<TraceAnswer> {
    @Parameters(paramLabel = "指标", description = "如 平31-1:05.1 或 平31-1:普及率")
    @SuppressWarnings("NullAway.Init")
    private String indicator;

    @Override
    TraceAnswer ask(Office office, ReferencePeriod period) {
        return office.trace(code(), period)
                .orElseThrow(() -> new UsageException(period.title() + "的汇总结果里没有指标“" + indicator
                        + "”；请先运行 run --period " + period + "，或用 figures 查看有哪些指标。"));
    }

    @Override
    TraceAnswer ask(Office office, RunName run) {
        return office.trace(code(), run)
                .orElseThrow(() -> new UsageException(
                        "汇总 " + run + " 里没有指标“" + indicator + "”；用 figures --run " + run + " 查看有哪些指标。"));
    }

    private IndicatorCode code() {
        return IndicatorCode.parse(indicator)
                .orElseThrow(() -> new UsageException("指标“" + indicator + "”不对：应写成 平31-1:05.1（表号:行.列）或 平31-1:普及率。"));
    }

    @Override
    Map<String, Object> json(TraceAnswer answer) {
        return Json.trace(answer);
    }

    @Override
    void show(Screen screen, ReferencePeriod period, TraceAnswer answer) {
        screen.trace(answer);
    }
}

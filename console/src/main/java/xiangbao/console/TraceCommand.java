package xiangbao.console;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import xiangbao.jobs.Office;
import xiangbao.jobs.answers.figures.TargetTraceJson;
import xiangbao.jobs.answers.figures.TraceJson;
import xiangbao.jobs.inquiries.TargetTrace;
import xiangbao.jobs.inquiries.TraceAnswer;
import xiangbao.jobs.inquiries.Traced;
import xiangbao.jobs.inquiries.Traces;
import xiangbao.jobs.runs.RunName;
import xiangbao.jobs.workspace.OrderedScope;
import xiangbao.jobs.workspace.UnitChoice;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** {@code xiangbao trace}: a figure or a target down to file, sheet, cell and SHA-256. */
@Command(name = "trace", description = "把一个汇总数或一项目标追溯到文件、工作表、单元格。", sortOptions = false)
final class TraceCommand extends RunQuery<Traced> {
    @Parameters(paramLabel = "指标或目标", description = "指标如 平31-1:05.1 或 平31-1:普及率；目标如 S01")
    @SuppressWarnings("NullAway.Init")
    private String named;

    @Option(names = "--unit", paramLabel = "单位", description = "单位代码或名称，如 430626111 或 伍市镇；不写则追溯全县")
    private @Nullable String unit;

    @Override
    Traced ask(Office office, ReferencePeriod period) {
        Optional<IndicatorCode> indicator = IndicatorCode.parse(named);
        UnitChoice whose = office.entry(OrderedScope.class).choice(Optional.ofNullable(unit));
        Optional<? extends Traced> found = indicator.isPresent()
                ? office.entry(Traces.class).trace(indicator.get(), period, whose)
                : office.entry(Traces.class).trace(target(), period, whose);
        return found.orElseThrow(() -> new UsageException(
                period.title() + "的汇总结果里没有" + what() + "；请先运行 run --period " + period + "，或用 " + list() + " 查看有哪些。"));
    }

    @Override
    Traced ask(Office office, RunName run) {
        Optional<IndicatorCode> indicator = IndicatorCode.parse(named);
        UnitChoice whose = office.entry(OrderedScope.class).choice(Optional.ofNullable(unit));
        Optional<? extends Traced> found = indicator.isPresent()
                ? office.entry(Traces.class).trace(indicator.get(), run, whose)
                : office.entry(Traces.class).trace(target(), run, whose);
        return found.orElseThrow(
                () -> new UsageException("汇总 " + run + " 里没有" + what() + "；用 " + list() + " --run " + run + " 查看有哪些。"));
    }

    private String what() {
        return (unit == null ? "" : unit + "的")
                + (IndicatorCode.parse(named).isPresent() ? "指标“" : "目标“")
                + named
                + "”";
    }

    private String list() {
        return IndicatorCode.parse(named).isPresent()
                ? "figures" + (unit == null ? "" : " --unit " + unit)
                : "progress";
    }

    private String target() {
        if (!named.matches("[A-Z]\\d{2}\\w*")) {
            throw new UsageException("“" + named + "”不对：指标应写成 平31-1:05.1（表号:行.列）或 平31-1:普及率，目标应写成 S01。");
        }
        return named;
    }

    @Override
    Record json(Traced answer) {
        return answer instanceof TargetTrace target ? TargetTraceJson.of(target) : TraceJson.of((TraceAnswer) answer);
    }

    @Override
    void show(Screen screen, ReferencePeriod period, Traced answer) {
        if (answer instanceof TargetTrace target) {
            screen.trace(target);
        } else {
            screen.trace((TraceAnswer) answer);
        }
    }
}

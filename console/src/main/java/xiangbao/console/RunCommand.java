package xiangbao.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import xiangbao.jobs.Office;
import xiangbao.jobs.answers.runs.ReproductionJson;
import xiangbao.jobs.answers.runs.RunDetailJson;
import xiangbao.jobs.answers.runs.RunJson;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.pipeline.MainJob;
import xiangbao.jobs.pipeline.RunAnswer;
import xiangbao.jobs.pipeline.RunOrder;
import xiangbao.jobs.runs.RunName;
import xiangbao.jobs.runs.comparison.ReproductionAnswer;
import xiangbao.jobs.runs.comparison.RunDetail;
import xiangbao.jobs.runs.comparison.RunHistory;
import xiangbao.jobs.worker.RunListener;
import xiangbao.statistics.periods.ReferencePeriod;

/** {@code xiangbao run}: the main job, once. */
@Command(name = "run", description = "收集、审核、汇总并生成报表（主任务，运行一次）；写次数则查看以前那次汇总。", sortOptions = false)
final class RunCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

    @Parameters(
            arity = "0..1",
            paramLabel = "次数",
            converter = RunOption.class,
            description = "查看以前的一次汇总，如 2026-Q3/7，有 --period 时写 7；不写则运行主任务")
    private @Nullable RunName shown;

    @Option(names = "--reproduce", description = "与次数同用：按那次的依据和配置重新计算，核对每个数是否一致")
    private boolean reproduce;

    @Option(names = "--submit", arity = "1..*", paramLabel = "文件或目录", description = "先把这些文件或目录复制到收件夹（原件不动）")
    private List<Path> submit = List.of();

    @Option(
            names = "--period",
            paramLabel = "报告期",
            converter = PeriodOption.class,
            description = "如 2026-Q3；不写则处理所有有新报表的报告期")
    private @Nullable ReferencePeriod period;

    @Override
    public Integer call() {
        if (shown != null) {
            return show(shown.within(Optional.ofNullable(period)));
        }
        if (reproduce) {
            throw new UsageException("--reproduce 要写明是哪一次汇总，如 run 2026-Q3/7 --reproduce。");
        }
        for (Path path : submit) {
            if (!Files.exists(path)) {
                throw new UsageException("没有找到要报送的“" + path + "”。");
            }
        }
        Terminal terminal = place.terminal();
        try (Office office = place.office();
                GracefulStop stop = GracefulStop.of(office, terminal)) {
            RunListener listener = terminal.interactive() ? new ProgressBar(terminal) : RunListener.SILENT;
            RunAnswer answer = office.entry(MainJob.class)
                    .run(new RunOrder(submit, Optional.ofNullable(period), Cause.command(place.actor()), listener));
            if (place.json()) {
                terminal.json(RunJson.of(answer, period));
            } else {
                new Screen(terminal).run(answer, place.workspace());
            }
            return answer.exit();
        }
    }

    private int show(RunName name) {
        if (!submit.isEmpty()) {
            throw new UsageException("查看以前的汇总时不能同时 --submit。");
        }
        Terminal terminal = place.terminal();
        try (Office office = place.standingOffice()) {
            if (reproduce) {
                ReproductionAnswer answer = office.entry(RunHistory.class).reproduce(name);
                if (place.json()) {
                    terminal.json(ReproductionJson.of(answer));
                } else {
                    new RunScreen(terminal).reproduction(answer);
                }
                return answer.identical() ? 0 : Xiangbao.ATTENTION;
            }
            RunDetail detail = office.entry(RunHistory.class).run(name);
            if (place.json()) {
                terminal.json(RunDetailJson.of(detail));
            } else {
                new RunScreen(terminal).run(detail);
            }
            return 0;
        }
    }
}

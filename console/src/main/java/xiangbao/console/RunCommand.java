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
import xiangbao.jobs.Cause;
import xiangbao.jobs.Office;
import xiangbao.jobs.RunAnswer;
import xiangbao.jobs.RunListener;
import xiangbao.jobs.RunOrder;
import xiangbao.statistics.model.ReferencePeriod;

/** {@code xiangbao run}: the main job, once. */
@Command(name = "run", description = "收集、审核、汇总并生成报表（主任务，运行一次）。", sortOptions = false)
final class RunCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

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
        for (Path path : submit) {
            if (!Files.exists(path)) {
                throw new UsageException("没有找到要报送的“" + path + "”。");
            }
        }
        Terminal terminal = place.terminal();
        try (Office office = place.office();
                GracefulStop stop = GracefulStop.of(office, terminal)) {
            RunListener listener = terminal.interactive() ? new ProgressBar(terminal) : RunListener.SILENT;
            RunAnswer answer = office.run(
                    new RunOrder(submit, Optional.ofNullable(period), Cause.command(place.actor()), listener));
            if (place.json()) {
                terminal.answer(Json.text(Json.run(answer, period)));
            } else {
                new Screen(terminal).run(answer, place.workspace());
            }
            return answer.exit();
        }
    }
}

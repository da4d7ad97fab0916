package xiangbao.console;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import xiangbao.jobs.Office;
import xiangbao.jobs.answers.figures.StatusJson;
import xiangbao.jobs.inquiries.Inquiries;
import xiangbao.jobs.inquiries.UnitStatus;
import xiangbao.statistics.periods.ReferencePeriod;

/** {@code xiangbao status}: who owes what, unit by form. */
@Command(name = "status", description = "谁该报什么、报到哪一步。", sortOptions = false)
final class StatusCommand extends PeriodQuery<List<UnitStatus>> {
    @Option(names = "--form", paramLabel = "表号", description = "只看一张表，如 平31-1")
    private @Nullable String form;

    @Option(names = "--unit", paramLabel = "单位", description = "只看一个单位，写代码或名称，如 430626111 或 伍市镇")
    private @Nullable String unit;

    @Option(names = "--open", description = "只列还没有了结的：未报、正在审核、退回、待核实、封存期暂存")
    private boolean open;

    @Override
    List<UnitStatus> ask(Office office, ReferencePeriod period) {
        return office
                .entry(Inquiries.class)
                .status(period, Optional.ofNullable(form).map(FormsCommand::formCode), Optional.ofNullable(unit))
                .stream()
                .filter(status -> !open || status.isOpen())
                .toList();
    }

    @Override
    Record json(List<UnitStatus> answer) {
        return new StatusJson(answer);
    }

    @Override
    void show(Screen screen, ReferencePeriod period, List<UnitStatus> answer) {
        screen.status(period, answer);
    }
}

package xiangbao.console;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import xiangbao.jobs.Office;
import xiangbao.jobs.answers.figures.FiguresJson;
import xiangbao.jobs.inquiries.Inquiries;
import xiangbao.jobs.runs.FigureAnswer;
import xiangbao.jobs.runs.RunName;
import xiangbao.jobs.workspace.OrderedScope;
import xiangbao.statistics.periods.ReferencePeriod;

/** {@code xiangbao figures}: the aggregated figures with their coverage. */
@Command(name = "figures", description = "汇总数及其覆盖情况。", sortOptions = false)
final class FiguresCommand extends RunQuery<List<FigureAnswer>> {
    @Option(names = "--form", paramLabel = "表号", description = "如 平31-1；不写则全部报表")
    private @Nullable String form;

    @Option(names = "--unit", paramLabel = "单位", description = "单位代码或名称，如 430626111 或 伍市镇；all 为全县和全部单位；不写则只列全县")
    private @Nullable String unit;

    @Override
    List<FigureAnswer> ask(Office office, ReferencePeriod period) {
        return office.entry(Inquiries.class)
                .figures(
                        period,
                        Optional.ofNullable(form).map(FormsCommand::formCode),
                        office.entry(OrderedScope.class).choice(Optional.ofNullable(unit)));
    }

    @Override
    List<FigureAnswer> ask(Office office, RunName run) {
        return office.entry(Inquiries.class)
                .figures(
                        run,
                        Optional.ofNullable(form).map(FormsCommand::formCode),
                        office.entry(OrderedScope.class).choice(Optional.ofNullable(unit)));
    }

    @Override
    Record json(List<FigureAnswer> answer) {
        return FiguresJson.of(answer);
    }

    @Override
    void show(Screen screen, ReferencePeriod period, List<FigureAnswer> answer) {
        screen.figures(period, answer);
    }
}

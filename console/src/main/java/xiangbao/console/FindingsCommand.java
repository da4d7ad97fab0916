package xiangbao.console;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import xiangbao.jobs.Office;
import xiangbao.jobs.answers.doubts.DoubtsJson;
import xiangbao.jobs.doubts.DoubtInquiries;
import xiangbao.jobs.doubts.DoubtsAnswer;
import xiangbao.jobs.doubts.DoubtsQuery;
import xiangbao.statistics.periods.ReferencePeriod;

/** {@code xiangbao findings}: the doubts of a period and what was said about them. */
@Command(name = "findings", description = "核实性问题和审核说明，对全县数影响大的在前。", sortOptions = false)
final class FindingsCommand extends PeriodQuery<DoubtsAnswer> {
    @Option(names = "--form", paramLabel = "表号", description = "只列这张表，如 平31-1；不写则全部报表")
    private @Nullable String form;

    @Option(names = "--unit", paramLabel = "单位", description = "只列这个单位，代码或名称；不写则全部单位")
    private @Nullable String unit;

    @Option(names = "--open", description = "只列还没有认可的")
    private boolean open;

    @Option(names = "--oldest", description = "等得最久的在前")
    private boolean oldest;

    @Option(
            names = "--today",
            paramLabel = "日期",
            converter = DayOption.class,
            description = "天数算到这一天，如 2026-10-15；不写则到今天")
    private @Nullable LocalDate today;

    @Override
    DoubtsAnswer ask(Office office, ReferencePeriod period) {
        return office.entry(DoubtInquiries.class)
                .findings(new DoubtsQuery(
                        period,
                        Optional.ofNullable(form).map(FormsCommand::formCode),
                        Optional.ofNullable(unit),
                        open,
                        oldest,
                        Optional.ofNullable(today)));
    }

    @Override
    Record json(DoubtsAnswer answer) {
        return DoubtsJson.of(answer);
    }

    @Override
    void show(Screen screen, ReferencePeriod period, DoubtsAnswer answer) {
        new DoubtScreen(screen.terminal()).doubts(answer);
    }
}

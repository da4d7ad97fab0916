package xiangbao.console;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import xiangbao.jobs.Office;
import xiangbao.jobs.answers.doubts.WaiveJson;
import xiangbao.jobs.doubts.WaiveAnswer;
import xiangbao.jobs.doubts.WaiveOrder;
import xiangbao.jobs.doubts.Waiving;
import xiangbao.jobs.operations.Cause;
import xiangbao.statistics.periods.ReferencePeriod;

/** {@code xiangbao waive}: the statistician lets a unit off a mandatory relation for one period. */
@Command(name = "waive", description = "不审：一个单位一个报告期不按一条强制性关系退回，问题照列，印在审核情况表上。", sortOptions = false)
final class WaiveCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

    @Parameters(paramLabel = "审核关系", description = "代码，如 31-T1；每张表都有的审核（UNIT-SUSPECTED、LINE-FOREIGN）另加 --form")
    @SuppressWarnings("NullAway.Init")
    private String relation;

    @Option(names = "--form", paramLabel = "表号", description = "哪张表，如 平31-1；只有每张表都有的审核要写")
    private @Nullable String form;

    @Option(names = "--unit", required = true, paramLabel = "单位", description = "代码或名称")
    @SuppressWarnings("NullAway.Init")
    private String unit;

    @Option(
            names = "--period",
            required = true,
            paramLabel = "报告期",
            converter = PeriodOption.class,
            description = "如 2026-Q3；月报的表写月份，如 2026-09")
    @SuppressWarnings("NullAway.Init")
    private ReferencePeriod period;

    @Option(names = "--reason", required = true, paramLabel = "原因", description = "为什么不审，记入台账，写在问题上，印在审核情况表上")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(names = "--undo", description = "撤销以前的不审，恢复审核")
    private boolean undo;

    @Override
    public Integer call() {
        WaiveOrder order = new WaiveOrder(
                relation.strip(),
                Optional.ofNullable(form).map(FormsCommand::formCode),
                unit,
                period,
                undo,
                new Cause(Cause.Kind.WAIVER, place.actor(), UsageException.stated("--reason", reason)));
        try (Office office = place.standingOffice()) {
            WaiveAnswer answer = office.entry(Waiving.class).waive(order);
            if (place.json()) {
                place.terminal().json(WaiveJson.of(answer));
            } else {
                new DoubtScreen(place.terminal()).waived(answer);
            }
            return answer.exit();
        }
    }
}

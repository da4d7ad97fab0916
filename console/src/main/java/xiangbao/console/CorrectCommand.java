package xiangbao.console;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import xiangbao.jobs.Office;
import xiangbao.jobs.answers.seals.CorrectionJson;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.seals.Correcting;
import xiangbao.jobs.seals.CorrectionAnswer;
import xiangbao.jobs.seals.CorrectionOrder;
import xiangbao.statistics.periods.ReferencePeriod;

/** {@code xiangbao correct}: the one way into a sealed period. */
@Command(name = "correct", description = "更正：凭编号的更正通知单采用暂存的报表，公布修订数。", sortOptions = false)
final class CorrectCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

    @Option(
            names = "--period",
            required = true,
            paramLabel = "报告期",
            converter = PeriodOption.class,
            description = "已定案的报告期，如 2026-Q3")
    @SuppressWarnings("NullAway.Init")
    private ReferencePeriod period;

    @Option(names = "--form", paramLabel = "表号", description = "只更正这张表，如 平31-1；不写则全部暂存的报表")
    private @Nullable String form;

    @Option(names = "--unit", paramLabel = "单位", description = "只更正这个单位，代码或名称；不写则全部单位")
    private @Nullable String unit;

    @Option(names = "--reason", required = true, paramLabel = "原因", description = "更正原因，印在更正通知单上")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(names = "--approved-by", required = true, paramLabel = "批准人", description = "批准人，印在更正通知单上")
    @SuppressWarnings("NullAway.Init")
    private String approvedBy;

    @Option(names = "--preview", description = "只看会改什么，什么也不改变")
    private boolean preview;

    @Override
    public Integer call() {
        Cause cause = new Cause(Cause.Kind.CORRECTION, place.actor(), UsageException.stated("--reason", reason));
        CorrectionOrder order = new CorrectionOrder(
                period,
                Optional.ofNullable(form).map(FormsCommand::formCode),
                Optional.ofNullable(unit),
                UsageException.stated("--approved-by", approvedBy),
                preview,
                cause);
        try (Office office = place.standingOffice()) {
            CorrectionAnswer answer = office.entry(Correcting.class).correct(order);
            if (place.json()) {
                place.terminal().json(CorrectionJson.of(answer));
            } else {
                new SealScreen(place.terminal()).correction(answer, place.workspace());
            }
            return answer.exit();
        }
    }
}

package xiangbao.console;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import xiangbao.jobs.Office;
import xiangbao.jobs.answers.seals.SealJson;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.seals.SealAnswer;
import xiangbao.jobs.seals.SealOrder;
import xiangbao.jobs.seals.Sealing;
import xiangbao.jobs.worker.RunListener;
import xiangbao.statistics.periods.ReferencePeriod;

/** {@code xiangbao seal}: makes the result of a period final. */
@Command(name = "seal", description = "定案：本期汇总数定为定案数，此后送来的报表只暂存，不改变已公布的数。", sortOptions = false)
final class SealCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

    @Option(
            names = "--period",
            required = true,
            paramLabel = "报告期",
            converter = PeriodOption.class,
            description = "如 2026-Q3")
    @SuppressWarnings("NullAway.Init")
    private ReferencePeriod period;

    @Option(names = "--reason", required = true, paramLabel = "原因", description = "为什么现在定案，记入台账")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(names = "--incomplete", description = "有未报、退回或待核实的也定案（原因里应说明）")
    private boolean incomplete;

    @Override
    public Integer call() {
        Cause cause = new Cause(Cause.Kind.SEAL, place.actor(), UsageException.stated("--reason", reason));
        Terminal terminal = place.terminal();
        try (Office office = place.standingOffice()) {
            RunListener listener = terminal.interactive() ? new ProgressBar(terminal) : RunListener.SILENT;
            SealAnswer answer = office.entry(Sealing.class).seal(new SealOrder(period, incomplete, cause, listener));
            if (place.json()) {
                terminal.json(SealJson.of(answer));
            } else {
                new SealScreen(terminal).seal(answer, place.workspace());
            }
            return answer.exit();
        }
    }
}

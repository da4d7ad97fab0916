package xiangbao.console;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import xiangbao.jobs.Office;
import xiangbao.jobs.answers.seals.UnsealJson;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.seals.UnsealAnswer;
import xiangbao.jobs.seals.UnsealOrder;
import xiangbao.jobs.seals.Unsealing;
import xiangbao.statistics.periods.ReferencePeriod;

/** {@code xiangbao unseal}: opens a sealed period again. */
@Command(name = "unseal", description = "解除定案：本期重新开放，暂存的报表按到达先后收下并审核。", sortOptions = false)
final class UnsealCommand implements Callable<Integer> {
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

    @Option(names = "--reason", required = true, paramLabel = "原因", description = "为什么解除定案，记入台账")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Override
    public Integer call() {
        Cause cause = new Cause(Cause.Kind.UNSEAL, place.actor(), UsageException.stated("--reason", reason));
        try (Office office = place.standingOffice()) {
            UnsealAnswer answer = office.entry(Unsealing.class).unseal(new UnsealOrder(period, cause));
            if (place.json()) {
                place.terminal().json(UnsealJson.of(answer));
            } else {
                new SealScreen(place.terminal()).unseal(answer);
            }
            return answer.exit();
        }
    }
}

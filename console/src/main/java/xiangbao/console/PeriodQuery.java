package xiangbao.console;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import xiangbao.jobs.Office;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * A question about one county period: asked of the office, answered as JSON or on the screen.
 *
 * @param <A> what the office answers
 */
abstract class PeriodQuery<A> implements Callable<Integer> {
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

    abstract A ask(Office office, ReferencePeriod period);

    abstract Record json(A answer);

    abstract void show(Screen screen, ReferencePeriod period, A answer);

    @Override
    public Integer call() {
        try (Office office = place.standingOffice()) {
            A answer = ask(office, period);
            if (place.json()) {
                place.terminal().json(json(answer));
            } else {
                show(new Screen(place.terminal()), period, answer);
            }
            return 0;
        }
    }
}

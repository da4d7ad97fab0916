package xiangbao.console;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import xiangbao.jobs.Office;
import xiangbao.jobs.runs.RunLookup;
import xiangbao.jobs.runs.RunName;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * A question about what a run came to: the latest one of a period, or an earlier one.
 *
 * @param <A> what the office answers
 */
abstract class RunQuery<A> implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

    @Option(names = "--period", paramLabel = "报告期", converter = PeriodOption.class, description = "如 2026-Q3")
    private @Nullable ReferencePeriod period;

    @Option(
            names = "--run",
            paramLabel = "次数",
            converter = RunOption.class,
            description = "按以前某次汇总作答，如 2026-Q3/7，有 --period 时写 7；不写则按最近一次")
    private @Nullable RunName run;

    /** Asks for the latest run of the period. */
    abstract A ask(Office office, ReferencePeriod period);

    /** Asks for an earlier run. */
    abstract A ask(Office office, RunName run);

    abstract Record json(A answer);

    abstract void show(Screen screen, ReferencePeriod period, A answer);

    /** The exit code of an answer: 1 where it shows something to attend to. */
    int exit(A answer) {
        return 0;
    }

    @Override
    public Integer call() {
        ReferencePeriod asked = period;
        if (run == null && asked == null) {
            throw new UsageException("缺少必需的选项或参数：--period（或 --run 2026-Q3/7）。");
        }
        try (Office office = place.standingOffice()) {
            A answer;
            ReferencePeriod shown;
            if (run != null) {
                RunName name = office.entry(RunLookup.class).resolve(run.within(Optional.ofNullable(asked)));
                answer = ask(office, name);
                shown = name.period().orElseThrow();
            } else {
                shown = java.util.Objects.requireNonNull(asked);
                answer = ask(office, shown);
            }
            if (place.json()) {
                place.terminal().json(json(answer));
            } else {
                show(new Screen(place.terminal()), shown, answer);
            }
            return exit(answer);
        }
    }
}

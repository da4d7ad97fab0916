package xiangbao.jobs.runs;

import java.util.List;
import java.util.Optional;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.statistics.periods.ReferencePeriod;

/** Finds the run that somebody means. */
public final class RunLookup {
    private final Runs runs;

    RunLookup(Runs runs) {
        this.runs = runs;
    }

    /** The run of a name, which must leave no doubt. */
    public StoredRun find(RunName name) {
        if (name.period().isPresent()) {
            ReferencePeriod period = name.period().get();
            return runs.numbered(period, name.number())
                    .orElseThrow(() -> new OrderMistakeException(
                            period.title() + "没有第" + name.number() + "次汇总；用 runs --period " + period + " 查看有哪些。"));
        }
        List<StoredRun> found = runs.numbered(name.number());
        if (found.isEmpty()) {
            throw new OrderMistakeException("没有第" + name.number() + "次汇总；用 runs 查看有哪些。");
        }
        if (found.size() > 1) {
            List<String> names =
                    found.stream().map(run -> run.period() + "/" + run.number()).toList();
            throw new OrderMistakeException("第" + name.number() + "次汇总不止一个报告期有：" + String.join("、", names) + "；请写全，如 "
                    + names.get(0) + "，或用 --period 指明。");
        }
        return found.get(0);
    }

    /** The latest aggregated run of a period. */
    public Optional<StoredRun> latest(ReferencePeriod period) {
        return runs.latestAggregated(period);
    }

    /**
     * The latest run of a period.
     *
     * @throws OrderMistakeException when there is none
     */
    public StoredRun requireLatest(ReferencePeriod period) {
        return latest(period).orElseThrow(() -> new OrderMistakeException(nothing(period)));
    }

    /** What to say where a period has no run yet. */
    public static String nothing(ReferencePeriod period) {
        return period.title() + "没有汇总结果；请先运行 run --period " + period + "。";
    }

    /**
     * The full name of a run.
     *
     * @throws OrderMistakeException when there is no such run, or more than one
     */
    public RunName resolve(RunName run) {
        StoredRun found = find(run);
        return new RunName(Optional.of(found.period()), found.number());
    }
}

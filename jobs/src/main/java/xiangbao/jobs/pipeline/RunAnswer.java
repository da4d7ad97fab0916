package xiangbao.jobs.pipeline;

import java.util.List;
import java.util.Optional;
import xiangbao.jobs.operations.OperatorAction;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.jobs.review.WithheldAnswer;
import xiangbao.jobs.runs.PeriodRun;
import xiangbao.statistics.findings.Outcome;

/**
 * What one run of the main job came to.
 *
 * @param configuration digest of the configuration, {@code sha256:…}
 * @param exit 0 all good; 1 finished, but something was returned, pending, unreadable or off target
 * @param files every file that was looked at, in the order of their names
 * @param runs one for each county period, in the order of time; the last one is the main one when no period was asked for
 * @param withheld verdicts in sealed periods that would now come out otherwise, and stay
 * @param explanations how many 审核说明 came
 */
public record RunAnswer(
        String configuration,
        int exit,
        List<FileAnswer> files,
        List<PeriodRun> runs,
        List<WithheldAnswer> withheld,
        int explanations) {
    public RunAnswer {
        files = List.copyOf(files);
        runs = List.copyOf(runs);
        withheld = List.copyOf(withheld);
    }

    /** The run that was asked for, or the one of the latest period; empty when nothing came and nothing was asked. */
    public Optional<PeriodRun> mainRun() {
        return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
    }

    /** How the operator log says that it ended. */
    public OperatorAction.End end() {
        List<String> made = runs().stream()
                .filter(PeriodRun::fresh)
                .map(run -> run.period() + "/" + run.run())
                .toList();
        long files = files().stream()
                .filter(file -> file.outcome() != Outcome.IGNORED)
                .count();
        return new OperatorAction.End(
                exit(),
                "处理文件 " + files + " 个" + (made.isEmpty() ? "" : "，汇总 " + made.size() + " 次"),
                made,
                files == 0 && made.isEmpty());
    }
}

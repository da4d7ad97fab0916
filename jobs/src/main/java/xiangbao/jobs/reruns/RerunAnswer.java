package xiangbao.jobs.reruns;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.operations.OperatorAction;
import xiangbao.jobs.review.VerdictChange;
import xiangbao.jobs.review.WithheldAnswer;
import xiangbao.jobs.runs.comparison.DiffAnswer;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * What a rerun came to, or would come to.
 *
 * @param preview whether it was only looked at: nothing was changed
 * @param exit 0 all good; 1 something was or would be returned, is pending or off target
 */
public record RerunAnswer(boolean preview, int exit, List<PeriodRerun> periods) {
    public RerunAnswer {
        periods = List.copyOf(periods);
    }

    /**
     * A rerun of one county period.
     *
     * @param skipped why nothing was done about the period; empty when something was
     * @param run number of the run that answers the period now; empty for a preview, and when there is none
     * @param fresh whether a new run was made, or would be
     * @param supersedes number of the run before
     * @param judged how many stored submissions were judged again
     * @param verdicts what is said otherwise now
     * @param withheld what would be said otherwise about sealed periods, and stays as it was said
     * @param sealed whether the period is sealed, so that no new run is made of it
     * @param diff against the run before; null when there was none, or nothing changed
     * @param superseded reports of the run before
     * @param reports of the run that answers the period now
     * @param otherPeriods county periods in which verdicts changed too, and that have to be rerun by themselves
     */
    public record PeriodRerun(
            ReferencePeriod period,
            String skipped,
            Optional<Integer> run,
            boolean fresh,
            Optional<Integer> supersedes,
            int judged,
            List<VerdictChange> verdicts,
            List<WithheldAnswer> withheld,
            boolean sealed,
            @Nullable DiffAnswer diff,
            List<String> superseded,
            List<String> reports,
            List<ReferencePeriod> otherPeriods) {
        public PeriodRerun {
            verdicts = List.copyOf(verdicts);
            withheld = List.copyOf(withheld);
            superseded = List.copyOf(superseded);
            reports = List.copyOf(reports);
            otherPeriods = List.copyOf(otherPeriods);
        }

        static PeriodRerun skipped(ReferencePeriod period, String why) {
            return new PeriodRerun(
                    period,
                    why,
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    0,
                    List.of(),
                    List.of(),
                    false,
                    null,
                    List.of(),
                    List.of(),
                    List.of());
        }

        /** Whether anything is different from before. */
        public boolean changed() {
            return fresh || !verdicts.isEmpty();
        }

        /** Forms of which a verdict or a figure changed. */
        public Set<FormCode> forms() {
            Set<FormCode> forms = new TreeSet<>();
            verdicts.forEach(one -> forms.add(one.form()));
            if (diff != null) {
                diff.figures().forEach(one -> forms.add(one.indicator().form()));
            }
            return forms;
        }
    }

    /** How the operator log says that it ended. */
    public OperatorAction.End end() {
        List<String> made = periods().stream()
                .filter(RerunAnswer.PeriodRerun::fresh)
                .map(one -> one.period() + "/" + one.run().orElse(0))
                .toList();
        int verdicts = periods().stream().mapToInt(one -> one.verdicts().size()).sum();
        return new OperatorAction.End(
                exit(),
                made.isEmpty() && verdicts == 0 ? "没有变化" : "审核结论变动 " + verdicts + " 份，汇总 " + made.size() + " 次",
                made,
                false);
    }
}

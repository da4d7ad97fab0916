package xiangbao.jobs.answers.runs;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.reruns.RerunAnswer;
import xiangbao.jobs.reruns.RerunOrder;
import xiangbao.jobs.review.WithheldAnswer;
import xiangbao.jobs.runs.comparison.DiffAnswer;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** What a rerun changes, or would change. */
public record RerunJson(boolean preview, String from, String reason, int exit, List<OfPeriod> reruns) {
    public static RerunJson of(RerunAnswer answer, RerunOrder order) {
        return new RerunJson(
                answer.preview(),
                order.from().word(),
                order.cause().reason(),
                answer.exit(),
                answer.periods().stream().map(OfPeriod::of).toList());
    }

    /** Of one period. */
    public record OfPeriod(
            ReferencePeriod period,
            @Nullable String skipped,
            boolean changed,
            @JsonUnwrapped Number number,
            @JsonUnwrapped Judged judged,
            @JsonUnwrapped Differences differences,
            List<String> superseded,
            List<String> reports,
            List<ReferencePeriod> otherPeriods) {
        private static OfPeriod of(RerunAnswer.PeriodRerun one) {
            return new OfPeriod(
                    one.period(),
                    one.skipped().isEmpty() ? null : one.skipped(),
                    one.changed(),
                    new Number(
                            one.run().orElse(null),
                            one.fresh(),
                            one.supersedes().orElse(null)),
                    new Judged(
                            one.judged(), one.forms(), VerdictJson.all(one.verdicts()), one.sealed(), one.withheld()),
                    Differences.of(one.diff()),
                    one.superseded(),
                    one.reports(),
                    one.otherPeriods());
        }
    }

    /** The run that it makes, and the one that it takes the place of. */
    public record Number(
            @Nullable Integer run,
            @JsonProperty("new") boolean fresh,
            @Nullable Integer supersedes) {}

    /** What was judged again, and what came of it. */
    public record Judged(
            int judged,
            Set<FormCode> forms,
            List<VerdictJson> verdicts,
            boolean sealed,
            List<WithheldAnswer> withheld) {}

    /** How the figures and targets differ. */
    public record Differences(List<ChangeJson> changes, List<DiffJson.Figure> figures, List<DiffJson.Target> targets) {
        private static Differences of(@Nullable DiffAnswer diff) {
            if (diff == null) {
                return new Differences(List.of(), List.of(), List.of());
            }
            DiffJson told = DiffJson.of(diff);
            return new Differences(told.changes(), told.figures(), told.targets());
        }
    }
}

package xiangbao.jobs.answers.runs;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.answers.FileJson;
import xiangbao.jobs.answers.figures.OfficialJson;
import xiangbao.jobs.pipeline.RunAnswer;
import xiangbao.jobs.review.WithheldAnswer;
import xiangbao.jobs.runs.CoverageAnswer;
import xiangbao.jobs.runs.PeriodRun;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.publication.Vintage;

/** What became of the main job. */
public record RunJson(
        @Nullable Integer run,
        @Nullable ReferencePeriod period,
        String configuration,
        int exit,
        List<FileJson> files,
        @JsonUnwrapped Latest latest,
        List<OfPeriod> runs,
        @Nullable Vintage vintage,
        List<WithheldAnswer> withheld,
        int explanations) {
    /** @param asked the period that was asked for, in case nothing was run */
    public static RunJson of(RunAnswer answer, @Nullable ReferencePeriod asked) {
        PeriodRun main = answer.mainRun().orElse(null);
        return new RunJson(
                main == null ? null : main.run(),
                main == null ? asked : main.period(),
                answer.configuration(),
                answer.exit(),
                answer.files().stream().map(FileJson::of).toList(),
                main == null ? Latest.NONE : Latest.of(main),
                answer.runs().stream().map(OfPeriod::of).toList(),
                main == null ? null : main.vintage(),
                answer.withheld(),
                answer.explanations());
    }

    /** The run of the latest period. */
    public record Latest(
            List<CoverageAnswer> coverage, List<String> reports, int judgedOtherwise, Optional<String> hint) {
        private static final Latest NONE = new Latest(List.of(), List.of(), 0, Optional.empty());

        private static Latest of(PeriodRun run) {
            return new Latest(run.coverage(), run.reports(), run.judgedOtherwise(), run.hint());
        }
    }

    /** The run of one period. */
    public record OfPeriod(
            int run,
            ReferencePeriod period,
            Vintage vintage,
            @JsonProperty("new") boolean fresh,
            int judgedOtherwise,
            List<OfficialJson.Gap> officialGaps,
            List<String> reports) {
        private static OfPeriod of(PeriodRun run) {
            return new OfPeriod(
                    run.run(),
                    run.period(),
                    run.vintage(),
                    run.fresh(),
                    run.judgedOtherwise(),
                    run.gaps().stream().map(OfficialJson.Gap::of).toList(),
                    run.reports());
        }
    }
}

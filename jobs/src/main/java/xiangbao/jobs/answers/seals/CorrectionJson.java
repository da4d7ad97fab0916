package xiangbao.jobs.answers.seals;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.answers.NamedUnit;
import xiangbao.jobs.answers.SubmissionJson;
import xiangbao.jobs.review.WithheldAnswer;
import xiangbao.jobs.seals.CorrectionAnswer;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.publication.Vintage;

/** A correction of a sealed period, or what it would come to. */
public record CorrectionJson(
        ReferencePeriod period,
        boolean preview,
        @JsonUnwrapped Numbers numbers,
        int exit,
        List<SubmissionJson> admitted,
        List<SubmissionJson> refused,
        List<Line> changes,
        List<WithheldAnswer> withheld,
        @Nullable String notice,
        List<String> reports) {
    public static CorrectionJson of(CorrectionAnswer answer) {
        return new CorrectionJson(
                answer.period(),
                answer.preview(),
                new Numbers(answer.number(), answer.vintage(), answer.runBefore(), answer.run()),
                answer.exit(),
                answer.admitted().stream().map(SubmissionJson::of).toList(),
                answer.refused().stream().map(SubmissionJson::of).toList(),
                answer.lines().stream().map(Line::of).toList(),
                answer.withheld(),
                answer.notice(),
                answer.reports());
    }

    /** Of the notice, of the revision, and of the runs before and after. */
    public record Numbers(
            @Nullable String number,
            @Nullable Vintage vintage,
            @Nullable Integer runBefore,
            @Nullable Integer run) {}

    /** A figure that changes. */
    public record Line(
            Level level,
            @JsonUnwrapped NamedUnit unit,
            IndicatorCode indicator,
            Optional<String> line,
            String title,
            ReferencePeriod period,
            String unitOfMeasure,
            String before,
            String after,
            @Nullable String difference) {
        private static Line of(CorrectionAnswer.Line line) {
            return new Line(
                    line.county() ? Level.COUNTY : Level.REPORTED,
                    new NamedUnit(line.unit(), line.unitName()),
                    line.indicator(),
                    line.line().isEmpty() ? Optional.empty() : Optional.of(line.line()),
                    line.title(),
                    line.period(),
                    line.unitOfMeasure(),
                    line.before(),
                    line.after(),
                    line.difference().isEmpty() ? null : line.difference());
        }
    }

    /** Whose figure it is: the county's, or what a unit reported. */
    public enum Level {
        COUNTY,
        REPORTED
    }
}

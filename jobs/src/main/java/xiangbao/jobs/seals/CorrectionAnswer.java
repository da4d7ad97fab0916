package xiangbao.jobs.seals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.operations.OperatorAction;
import xiangbao.jobs.outcomes.SubmissionAnswer;
import xiangbao.jobs.review.WithheldAnswer;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.publication.Vintage;
import xiangbao.statistics.units.UnitCode;

/**
 * What came, or would come, of a correction.
 *
 * @param preview whether nothing was changed
 * @param number of the notice, such as 更正〔2026〕第1号; null when everything was refused
 * @param vintage of the revised result; null when everything was refused
 * @param runBefore number of the run that was published before
 * @param run number of the revised run; null when everything was refused
 * @param admitted newest submissions that were let in, by key
 * @param refused newest submissions that the audit refused, with their findings; they stay held
 * @param lines what changed: reported figures first, then those of the county
 * @param withheld verdicts in sealed periods that would now come out otherwise, and stay
 * @param notice path of the printed notice relative to the workspace; null when nothing was published
 */
public record CorrectionAnswer(
        ReferencePeriod period,
        boolean preview,
        @Nullable String number,
        @Nullable Vintage vintage,
        @Nullable Integer runBefore,
        @Nullable Integer run,
        List<SubmissionAnswer> admitted,
        List<SubmissionAnswer> refused,
        List<Line> lines,
        List<WithheldAnswer> withheld,
        @Nullable String notice,
        List<String> reports) {
    public CorrectionAnswer {
        admitted = List.copyOf(admitted);
        refused = List.copyOf(refused);
        lines = List.copyOf(lines);
        withheld = List.copyOf(withheld);
        reports = List.copyOf(reports);
    }

    /**
     * A figure that changed.
     *
     * @param county whether it is the county's, otherwise what a unit reported
     * @param line of a ledger, otherwise empty
     * @param before a plain decimal, a text, or 未报
     * @param difference empty when not both are numbers
     */
    public record Line(
            boolean county,
            UnitCode unit,
            String unitName,
            IndicatorCode indicator,
            String line,
            String title,
            ReferencePeriod period,
            String unitOfMeasure,
            String before,
            String after,
            String difference) {}

    /** 0 when everything was let in and accepted; 1 when something was refused or is pending. */
    public int exit() {
        return refused.isEmpty() && admitted.stream().allMatch(one -> one.outcome() == Outcome.ACCEPTED) ? 0 : 1;
    }

    /** How the operator log says that it ended. */
    public OperatorAction.End end() {
        String number = number();
        return new OperatorAction.End(
                exit(),
                (number == null ? "未采用" : number) + "，采用 "
                        + admitted().size() + " 份，不采用 "
                        + refused().size() + " 份",
                run() == null ? List.of() : List.of(period() + "/" + run()),
                false);
    }
}

package xiangbao.jobs.outcomes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/**
 * What became of one form in a file.
 *
 * @param unit null when it is not certain whose form it is
 * @param unitName empty when the unit is not certain
 * @param period null when it is not certain which period it is about
 * @param round 0 when no round could be opened
 * @param outcome DUPLICATE when it repeats its newest round
 * @param standing the same, but for a duplicate how that round stands
 */
public record SubmissionAnswer(
        FormCode form,
        @Nullable UnitCode unit,
        String unitName,
        @Nullable ReferencePeriod period,
        int round,
        Outcome outcome,
        Outcome standing,
        List<FindingAnswer> findings) {
    public SubmissionAnswer {
        findings = List.copyOf(findings);
    }

    /** One that repeats nothing. */
    public SubmissionAnswer(
            FormCode form,
            @Nullable UnitCode unit,
            String unitName,
            @Nullable ReferencePeriod period,
            int round,
            Outcome outcome,
            List<FindingAnswer> findings) {
        this(form, unit, unitName, period, round, outcome, outcome, findings);
    }
}

package xiangbao.jobs.answers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.outcomes.SubmissionAnswer;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * One form of one unit and period, as handed in.
 *
 * @param repeats of a duplicate: how that which it repeats stands
 */
public record SubmissionJson(
        FormCode form,
        @JsonUnwrapped NamedUnit unit,
        @Nullable ReferencePeriod period,
        int round,
        Outcome outcome,
        Optional<Outcome> repeats,
        List<FindingJson> findings) {
    public static SubmissionJson of(SubmissionAnswer answer) {
        return new SubmissionJson(
                answer.form(),
                new NamedUnit(answer.unit(), answer.unitName()),
                answer.period(),
                answer.round(),
                answer.outcome(),
                answer.outcome() == Outcome.DUPLICATE ? Optional.of(answer.standing()) : Optional.empty(),
                FindingJson.all(answer.findings()));
    }
}

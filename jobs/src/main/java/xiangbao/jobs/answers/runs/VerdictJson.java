package xiangbao.jobs.answers.runs;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.answers.NamedUnit;
import xiangbao.jobs.review.VerdictChange;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** A submission that is judged otherwise. */
public record VerdictJson(
        @JsonUnwrapped NamedUnit unit,
        FormCode form,
        ReferencePeriod period,
        int round,
        boolean newest,
        String file,
        Outcome from,
        Outcome to,
        boolean nowFails,
        List<Relation> relations) {
    public static List<VerdictJson> all(List<VerdictChange> changes) {
        return changes.stream().map(VerdictJson::of).toList();
    }

    private static VerdictJson of(VerdictChange change) {
        return new VerdictJson(
                new NamedUnit(change.unit(), change.unitName()),
                change.form(),
                change.period(),
                change.round(),
                change.newest(),
                change.file(),
                change.from(),
                change.to(),
                change.nowFails(),
                change.relations().stream().map(Relation::of).toList());
    }

    /** A relation that finds something now and did not before, or the other way about. */
    public record Relation(
            String code,
            String title,
            @Nullable String from,
            @Nullable String to) {
        private static Relation of(VerdictChange.RelationChange one) {
            return new Relation(
                    one.code(),
                    one.title(),
                    one.from().isEmpty() ? null : one.from(),
                    one.to().isEmpty() ? null : one.to());
        }
    }
}

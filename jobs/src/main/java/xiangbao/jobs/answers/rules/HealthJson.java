package xiangbao.jobs.answers.rules;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import xiangbao.jobs.rules.HealthAnswer;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** What each relation has found, and what became of it. */
public record HealthJson(List<ReferencePeriod> periods, int exit, List<String> neverDecided, List<Relation> relations) {
    public static HealthJson of(HealthAnswer answer) {
        return new HealthJson(
                answer.periods(),
                answer.exit(),
                answer.neverDecided().stream().map(HealthAnswer.Line::relation).toList(),
                answer.lines().stream().map(Relation::of).toList());
    }

    /** One of them. */
    public record Relation(
            FormCode form,
            String relation,
            String title,
            String severity,
            @JsonUnwrapped HealthAnswer.Counts counts,
            boolean neverDecided,
            List<String> lacking) {
        private static Relation of(HealthAnswer.Line line) {
            return new Relation(
                    line.form(),
                    line.relation(),
                    line.label(),
                    line.severity(),
                    line.counts(),
                    line.neverDecided(),
                    line.lacking());
        }
    }
}

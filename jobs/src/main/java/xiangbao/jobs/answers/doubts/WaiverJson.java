package xiangbao.jobs.answers.doubts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDateTime;
import xiangbao.jobs.answers.NamedUnit;
import xiangbao.jobs.review.WaiverAnswer;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** A unit is let off a relation for a period. */
public record WaiverJson(
        String relation,
        String title,
        FormCode form,
        @JsonUnwrapped NamedUnit unit,
        ReferencePeriod period,
        String reason,
        String actor,
        LocalDateTime at) {
    static WaiverJson of(WaiverAnswer one) {
        return new WaiverJson(
                one.relation(),
                one.label(),
                one.form(),
                new NamedUnit(one.unit(), one.unitName()),
                one.period(),
                one.reason(),
                one.actor(),
                one.at());
    }
}

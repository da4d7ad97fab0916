package xiangbao.jobs.review;

import java.time.LocalDateTime;
import xiangbao.jobs.store.decisions.StoredWaiver;
import xiangbao.statistics.audit.OwnCheck;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.AuditRelation;
import xiangbao.statistics.units.UnitCode;

/**
 * 不审: a relation from which a unit is let off for a period.
 *
 * @param period of the form
 * @param label of the relation; empty where the configuration has it no more
 */
public record WaiverAnswer(
        String relation,
        String label,
        FormCode form,
        UnitCode unit,
        String unitName,
        ReferencePeriod period,
        String actor,
        LocalDateTime at,
        String reason) {
    public static WaiverAnswer of(StoredWaiver one, Definitions definitions) {
        return new WaiverAnswer(
                one.code(),
                definitions
                        .form(one.key().form())
                        .flatMap(rules -> rules.relation(one.code()))
                        .map(AuditRelation::label)
                        .or(() -> OwnCheck.coded(one.code()).map(OwnCheck::label))
                        .orElse(""),
                one.key().form(),
                one.key().unit(),
                definitions.units().name(one.key().unit()),
                one.key().period(),
                one.actor(),
                one.at(),
                one.reason());
    }
}

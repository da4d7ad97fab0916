package xiangbao.jobs.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.store.decisions.StoredWaiver;
import xiangbao.jobs.store.decisions.Waivers;
import xiangbao.statistics.audit.Review;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.text.DateText;

/** Knows which relations are waived 不审 for which unit and period, today and as of an earlier decision. */
public final class WaivedRelations {

    private final Waivers waivers;

    WaivedRelations(Waivers waivers) {
        this.waivers = waivers;
    }

    /** A review in the light of what is waived; the rounds of a key share their waivers. */
    Review applied(SubmissionKey key, Review review) {
        if (review.outcome() != Outcome.RETURNED) {
            return review;
        }
        Map<String, String> why = new LinkedHashMap<>();
        standing(waivers.of(key)).values().forEach(one -> why.put(one.code(), why(one)));
        return why.isEmpty() ? review : review.waiving(why);
    }

    /** The waiver of a relation that holds. */
    public Optional<StoredWaiver> of(SubmissionKey key, String relation) {
        return Optional.ofNullable(standing(waivers.of(key)).get(relation));
    }

    /**
     * The one that held when a claim reviewed the key.
     *
     * @param claim of the review
     */
    public Optional<StoredWaiver> of(SubmissionKey key, String relation, long claim) {
        return Optional.ofNullable(standing(waivers.of(key).stream()
                        .filter(one -> one.claim() <= claim)
                        .toList())
                .get(relation));
    }

    /** All that hold about what is due within a county period, in print order of the forms. */
    public List<WaiverAnswer> within(ReferencePeriod county, Definitions definitions) {
        List<WaiverAnswer> found = new ArrayList<>();
        for (FormRules rules : definitions.enabledForms()) {
            for (ReferencePeriod period :
                    RerunScope.endingWithin(county, rules.form().frequency())) {
                of(rules.form().code(), period).forEach(one -> found.add(WaiverAnswer.of(one, definitions)));
            }
        }
        return found;
    }

    /** All that hold about a form and period, in the order in which they were decided. */
    public List<StoredWaiver> of(FormCode form, ReferencePeriod period) {
        Map<SubmissionKey, Map<String, StoredWaiver>> holding = new LinkedHashMap<>();
        for (StoredWaiver one : waivers.of(form, period)) {
            holding.computeIfAbsent(one.key(), any -> new LinkedHashMap<>()).put(one.code(), one);
        }
        return holding.values().stream()
                .flatMap(ofKey -> ofKey.values().stream())
                .filter(StoredWaiver::waives)
                .toList();
    }

    private static Map<String, StoredWaiver> standing(List<StoredWaiver> all) {
        Map<String, StoredWaiver> newest = new LinkedHashMap<>();
        all.forEach(one -> newest.put(one.code(), one));
        newest.values().removeIf(one -> !one.waives());
        return newest;
    }

    /** As findings tell it. */
    public static String why(StoredWaiver one) {
        return one.reason() + "；" + DateText.day(one.at()) + "，" + Cause.person(one.actor());
    }
}

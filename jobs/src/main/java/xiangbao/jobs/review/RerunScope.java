package xiangbao.jobs.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import xiangbao.jobs.store.claims.ClaimOrder;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;

/** Finds the stored submissions that belong to a county period: those of the periods that end within it. */
public final class RerunScope {
    private final Definitions definitions;
    private final Submissions submissions;
    private final Reviews reviews;

    RerunScope(Definitions definitions, Submissions submissions, Reviews reviews) {
        this.reviews = reviews;
        this.definitions = definitions;
        this.submissions = submissions;
    }

    /** All rounds that a rerun is about. */
    public List<StoredSubmission> of(ClaimOrder order) {
        return order.period()
                .map(period -> of(period, order.form(), order.unit()))
                .orElse(List.of());
    }

    /**
     * All rounds of a county period.
     *
     * @param form limits them to a form, empty for all
     * @param unit limits them to a unit, empty for all
     */
    public List<StoredSubmission> of(ReferencePeriod county, String form, String unit) {
        List<StoredSubmission> found = new ArrayList<>();
        for (FormRules rules : definitions.forms().values()) {
            Form one = rules.form();
            if (!form.isEmpty() && !one.code().text().equals(form)) {
                continue;
            }
            for (ReferencePeriod period : endingWithin(county, one.frequency())) {
                for (StoredSubmission round : submissions.rounds(one.code(), period)) {
                    if (unit.isEmpty() || round.certainKey().unit().text().equals(unit)) {
                        found.add(round);
                    }
                }
            }
        }
        return found;
    }

    /** How many submissions of a county period were judged with another configuration than today's, and not upheld with it. */
    public int judgedOtherwise(ReferencePeriod county) {
        Map<Long, StoredReview> newest = reviews.newest(
                of(county, "", "").stream().map(StoredSubmission::id).toList());
        return newest.size()
                - reviews.madeWith(definitions.digest(), newest.values()).size();
    }

    public static List<ReferencePeriod> endingWithin(ReferencePeriod county, Frequency frequency) {
        List<ReferencePeriod> periods = new ArrayList<>();
        ReferencePeriod one = county.latestEnded(frequency);
        while (!one.lastDay().isBefore(county.firstDay())) {
            periods.add(0, one);
            one = one.previous();
        }
        return periods;
    }
}

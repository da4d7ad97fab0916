package xiangbao.jobs.seals;

import java.util.ArrayList;
import java.util.List;
import xiangbao.jobs.runs.FormRounds;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.units.ReportingUnit;

/** What is owed within a county period and was not simply accepted, to be told before it is sealed. */
final class LackingForms {
    private static final String UNREVIEWED = "已报";

    private final Definitions definitions;
    private final Submissions submissions;
    private final Reviews reviews;

    LackingForms(Definitions definitions, Submissions submissions, Reviews reviews) {
        this.definitions = definitions;
        this.submissions = submissions;
        this.reviews = reviews;
    }

    /** Whether it has come but has no verdict yet. */
    static boolean isUnreviewed(SealAnswer.Lack lack) {
        return lack.state().equals(UNREVIEWED);
    }

    /** Everything that is owed within the period and was not simply accepted. */
    List<SealAnswer.Lack> within(ReferencePeriod county) {
        List<SealAnswer.Lack> lacking = new ArrayList<>();
        for (FormRules rules : definitions.enabledForms()) {
            for (ReferencePeriod period :
                    SealEvents.covered(county, rules.form().frequency())) {
                if (!rules.form().validity().covers(period.lastDay())) {
                    continue;
                }
                FormRounds rounds = FormRounds.of(rules.form().code(), period, submissions, reviews);
                for (ReportingUnit unit :
                        definitions.units().select(rules.form().owedBy(), period)) {
                    StoredReview review = rounds.review(unit.code()).orElse(null);
                    if (review == null || review.outcome() != Outcome.ACCEPTED) {
                        lacking.add(new SealAnswer.Lack(
                                unit.code(),
                                unit.name(),
                                rules.form().code(),
                                period,
                                rounds.newest(unit.code()).isEmpty()
                                        ? "未报"
                                        : review == null
                                                ? UNREVIEWED
                                                : review.outcome().title() + (review.withheld() ? "（暂不计入）" : "")));
                    }
                }
            }
        }
        return lacking;
    }
}

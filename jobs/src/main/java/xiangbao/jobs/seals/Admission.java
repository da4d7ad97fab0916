package xiangbao.jobs.seals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import xiangbao.jobs.intake.RoundAllotment;
import xiangbao.jobs.outcomes.FindingAnswer;
import xiangbao.jobs.outcomes.SubmissionAnswer;
import xiangbao.jobs.review.Reviewing;
import xiangbao.jobs.store.seals.SealedPeriods;
import xiangbao.jobs.store.submissions.Findings;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.SubmissionKey;

/** Lets what was held for a sealed period in, and tells what the audit says of it. */
final class Admission {
    private final Definitions definitions;
    private final Submissions submissions;
    private final Findings findings;
    private final Reviews reviews;
    private final RoundAllotment rounds;
    private final Reviewing reviewing;

    Admission(
            Definitions definitions,
            Submissions submissions,
            Findings findings,
            Reviews reviews,
            RoundAllotment rounds,
            Reviewing reviewing) {
        this.definitions = definitions;
        this.submissions = submissions;
        this.findings = findings;
        this.reviews = reviews;
        this.rounds = rounds;
        this.reviewing = reviewing;
    }

    /** What is held within a county period. */
    List<StoredSubmission> held(ReferencePeriod county) {
        return submissions.held().stream()
                .filter(one -> SealedPeriods.holds(county, one.certainKey().period()))
                .toList();
    }

    /** What was submitted within a county period, without what is sealed. */
    Set<SubmissionKey> keysOutside(SealedPeriods sealed, ReferencePeriod county) {
        Set<SubmissionKey> keys = new TreeSet<>();
        for (FormRules rules : definitions.forms().values()) {
            for (ReferencePeriod period :
                    SealEvents.covered(county, rules.form().frequency())) {
                if (!sealed.cover(period)) {
                    submissions.rounds(rules.form().code(), period).forEach(one -> keys.add(one.certainKey()));
                }
            }
        }
        return keys;
    }

    /** The round of a key that counts. */
    Optional<StoredSubmission> counted(SubmissionKey key) {
        List<StoredSubmission> all = submissions.rounds(key);
        Map<Long, StoredReview> said =
                reviews.newest(all.stream().map(StoredSubmission::id).toList());
        return all.stream()
                .filter(round -> {
                    StoredReview review = said.get(round.id());
                    return review != null && review.counts();
                })
                .reduce((first, second) -> second);
    }

    /** Gives each the round that it was held for. */
    void admit(List<StoredSubmission> held) {
        rounds.admit(held);
    }

    /** Has the audit judge what was let in, in the caller's transaction. */
    void review(long claim, Collection<SubmissionKey> keys) {
        reviewing.reviewAdmitted(claim, keys);
    }

    /** What the newest verdicts on submissions say, in the order of their keys. */
    List<SubmissionAnswer> answers(List<Long> ids) {
        List<SubmissionAnswer> answers = new ArrayList<>();
        submissions.all(ids).stream()
                .sorted(Comparator.comparing(StoredSubmission::certainKey).thenComparing(StoredSubmission::roundNumber))
                .forEach(one -> {
                    StoredReview review = reviews.newest(one.id()).orElseThrow();
                    SubmissionKey key = one.certainKey();
                    answers.add(new SubmissionAnswer(
                            key.form(),
                            key.unit(),
                            definitions.units().name(key.unit()),
                            key.period(),
                            one.roundNumber(),
                            review.outcome(),
                            findings.of(Findings.Owner.REVIEW, review.id()).stream()
                                    .map(finding -> new FindingAnswer(finding.id(key), finding))
                                    .toList()));
                });
        return answers;
    }
}

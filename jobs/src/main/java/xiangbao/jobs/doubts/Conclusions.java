package xiangbao.jobs.doubts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import xiangbao.jobs.review.DecidedDoubts;
import xiangbao.jobs.review.StandingReviews;
import xiangbao.jobs.review.UnitDecisions;
import xiangbao.jobs.store.decisions.FindingName;
import xiangbao.jobs.store.submissions.Findings;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.jobs.workspace.Digests;
import xiangbao.statistics.audit.Review;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.submissions.SubmissionKey;

/**
 * Gives verdicts anew where something was decided about their doubts: from what they said. Nothing is audited again, so that a changed configuration changes
 * nothing here.
 */
final class Conclusions {
    private final Definitions definitions;
    private final Submissions submissions;
    private final Reviews reviews;
    private final DecidedDoubts decided;
    private final StandingReviews standing;

    Conclusions(
            Definitions definitions,
            Submissions submissions,
            Reviews reviews,
            Findings findings,
            DecidedDoubts decided) {
        this.definitions = definitions;
        this.submissions = submissions;
        this.reviews = reviews;
        this.decided = decided;
        this.standing = new StandingReviews(submissions, reviews, findings);
    }

    /** Those about all rounds of a key, where they come out otherwise. Returns whether other figures count now. */
    boolean give(long claim, SubmissionKey key) {
        List<StoredSubmission> rounds = submissions.rounds(key);
        Map<Long, StoredReview> newest =
                reviews.newest(rounds.stream().map(StoredSubmission::id).toList());
        UnitDecisions decisions = decided.of(key.unit());
        boolean counts = false;
        for (StoredSubmission round : rounds) {
            StoredReview review = newest.get(round.id());
            if (review == null) {
                continue;
            }
            Review before = standing.read(review);
            Review after = decisions.applied(key, before, round.digest(), standing);
            if (!after.findings().equals(before.findings())) {
                boolean today =
                        !reviews.madeWith(definitions.digest(), List.of(review)).isEmpty();
                reviews.append(
                        round.id(),
                        claim,
                        after,
                        today ? definitions.digest() : review.configuration(),
                        Digests.review(after));
                counts |= after.counts() != before.counts();
            }
        }
        return counts;
    }

    /** The later submissions that have the same doubt as one about which something was decided. */
    Set<SubmissionKey> later(Collection<FindingName> names) {
        Set<SubmissionKey> later = new TreeSet<>();
        for (FindingName name : names) {
            SubmissionKey key = name.key();
            UnitDecisions decisions = decided.of(key.unit());
            if (decisions.reachBeyond(key)) {
                decisions
                        .beyond(key.period())
                        .map(period -> new SubmissionKey(key.form(), key.unit(), period))
                        .filter(one -> has(one, name))
                        .forEach(later::add);
            }
        }
        return later;
    }

    private boolean has(SubmissionKey key, FindingName doubt) {
        return standing.said(key).stream().anyMatch(finding -> isSame(finding, doubt));
    }

    private static boolean isSame(Finding finding, FindingName doubt) {
        FindingName name = FindingName.of(doubt.key(), finding);
        return finding.severity() == Severity.QUERY && name.equals(doubt);
    }
}

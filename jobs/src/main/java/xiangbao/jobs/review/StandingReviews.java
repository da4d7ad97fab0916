package xiangbao.jobs.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiangbao.jobs.store.submissions.Findings;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.statistics.audit.Review;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.submissions.SubmissionKey;

/** The verdicts that stand, as they were stored. */
public final class StandingReviews implements UnitDecisions.Earlier {
    private final Submissions submissions;
    private final Reviews reviews;
    private final Findings findings;

    public StandingReviews(Submissions submissions, Reviews reviews, Findings findings) {
        this.submissions = submissions;
        this.reviews = reviews;
        this.findings = findings;
    }

    /** The one on the round that counts. */
    @Override
    public Optional<UnitDecisions.Standing> of(SubmissionKey key) {
        List<StoredSubmission> rounds = submissions.rounds(key);
        Map<Long, StoredReview> newest =
                reviews.newest(rounds.stream().map(StoredSubmission::id).toList());
        for (int last = rounds.size() - 1; last >= 0; last--) {
            StoredReview review = newest.get(rounds.get(last).id());
            if (review != null && review.counts()) {
                return Optional.of(new UnitDecisions.Standing(
                        read(review), rounds.get(last).digest()));
            }
        }
        return Optional.empty();
    }

    /** What was last said about each round of a key. */
    public List<Finding> said(SubmissionKey key) {
        List<Long> newest =
                reviews
                        .newest(submissions.rounds(key).stream()
                                .map(StoredSubmission::id)
                                .toList())
                        .values()
                        .stream()
                        .map(StoredReview::id)
                        .toList();
        return findings.of(Findings.Owner.REVIEW, newest).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The newest one on a round; empty while there is none. */
    Optional<Review> on(long round) {
        return reviews.newest(round).map(this::read);
    }

    public Review read(StoredReview review) {
        return Review.of(
                findings.of(Findings.Owner.REVIEW, review.id()),
                reviews.verdicts(List.of(review.id())).getOrDefault(review.id(), List.of()));
    }
}

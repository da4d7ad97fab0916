package xiangbao.jobs.store;

import xiangbao.statistics.model.Outcome;

/** The newest review of a submission. */
public record StoredReview(long id, long submission, long claim, Outcome outcome, String digest) {
    /** Whether the submission's figures count. */
    public boolean counts() {
        return outcome == Outcome.ACCEPTED || outcome == Outcome.PENDING_EXPLANATION;
    }
}

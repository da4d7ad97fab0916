package xiangbao.jobs.store.submissions;

import xiangbao.statistics.findings.Outcome;

/**
 * What was said about a submission.
 *
 * @param withheld whether a doubt keeps the figures from counting until it is explained
 * @param configuration digest of the one that it was judged with
 */
public record StoredReview(
        long id, long submission, long claim, Outcome outcome, boolean withheld, String digest, String configuration) {
    /** Whether the submission's figures count. */
    public boolean counts() {
        return outcome == Outcome.ACCEPTED || (outcome == Outcome.PENDING_EXPLANATION && !withheld);
    }
}

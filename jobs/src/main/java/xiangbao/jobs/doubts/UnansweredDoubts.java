package xiangbao.jobs.doubts;

import xiangbao.jobs.review.DecidedDoubts;
import xiangbao.jobs.review.Replies;
import xiangbao.jobs.store.decisions.Explanations;
import xiangbao.jobs.store.decisions.FindingName;
import xiangbao.jobs.store.submissions.Findings;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.submissions.SubmissionKey;

/** Tells whose turn it is where a round waits for an explanation before it counts: the unit's until it has said something that explains, then the statistician's. */
public final class UnansweredDoubts {
    private final Definitions definitions;
    private final Findings findings;
    private final Explanations explanations;
    private final DecidedDoubts decided;

    UnansweredDoubts(Definitions definitions, Findings findings, Explanations explanations, DecidedDoubts decided) {
        this.definitions = definitions;
        this.findings = findings;
        this.explanations = explanations;
        this.decided = decided;
    }

    /** Whether the unit has still to explain what keeps a round of its from counting. */
    public boolean in(SubmissionKey key, StoredReview review) {
        if (!review.withheld()) {
            return false;
        }
        Replies replies = new Replies(definitions, decided, explanations.newest(key.form(), key.period()));
        return findings.of(Findings.Owner.REVIEW, review.id()).stream().anyMatch(finding -> {
            FindingName about = FindingName.of(key, finding);
            return finding.withholds()
                    && (replies.said(about).isEmpty()
                            || replies.to(about, finding).isPresent()
                            || replies.isAskedBack(about));
        });
    }
}

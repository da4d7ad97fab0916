package xiangbao.jobs.doubts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import xiangbao.jobs.review.Reviewing;
import xiangbao.jobs.review.VerdictChange;
import xiangbao.jobs.review.VerdictChanges;
import xiangbao.jobs.store.decisions.Decisions;
import xiangbao.jobs.store.decisions.FindingName;
import xiangbao.jobs.store.decisions.StoredDecision;
import xiangbao.statistics.submissions.SubmissionKey;

/** Stores decisions about doubts, and gives every verdict anew that comes out otherwise because of them. */
final class DecisionEffects {
    private final Decisions decisions;
    private final Conclusions conclusions;
    private final Reviewing reviewing;
    private final VerdictChanges changes;

    DecisionEffects(Decisions decisions, Conclusions conclusions, Reviewing reviewing, VerdictChanges changes) {
        this.decisions = decisions;
        this.conclusions = conclusions;
        this.reviewing = reviewing;
        this.changes = changes;
    }

    /** The verdicts that the decisions change: on their own submissions, on what looks at those, and on later ones with the same doubt. */
    List<VerdictChange> of(long claim, List<StoredDecision> decided) {
        Set<SubmissionKey> keys = new TreeSet<>();
        List<FindingName> names = new ArrayList<>();
        for (StoredDecision one : decided) {
            decisions.append(one);
            keys.add(one.about().key());
            names.add(one.about());
        }
        Set<SubmissionKey> counting = new TreeSet<>();
        for (SubmissionKey key : keys) {
            if (conclusions.give(claim, key)) {
                counting.add(key);
            }
        }
        reviewing.reviewAround(claim, counting);
        reviewing.reviewBeyond(claim, conclusions.later(names));
        return changes.of(claim);
    }
}

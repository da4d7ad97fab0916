package xiangbao.jobs;

import java.util.List;
import java.util.Optional;
import xiangbao.jobs.store.Acceptances;
import xiangbao.jobs.store.FindingName;
import xiangbao.jobs.store.StoredAcceptance;
import xiangbao.statistics.audit.RelationVerdict;
import xiangbao.statistics.audit.Review;
import xiangbao.statistics.model.Finding;
import xiangbao.statistics.model.SubmissionKey;

/** Knows what the statistician let pass: doubts, and relations that are waived. Another round of the same key may raise the same doubt; with other figures it is another one. */
final class AcceptedDoubts {
    private final Acceptances acceptances;
    private final WaivedRelations waived;

    AcceptedDoubts(Acceptances acceptances, WaivedRelations waived) {
        this.acceptances = acceptances;
        this.waived = waived;
    }

    /**
     * A review in the light of what was accepted and waived.
     *
     * @param content digest of the submission
     */
    Review applied(SubmissionKey key, Review audited, String content) {
        Review review = waived.applied(key, audited);
        if (review.findings().stream().noneMatch(Finding::isOpen)) {
            return review;
        }
        List<StoredAcceptance> all = acceptances.of(key);
        return all.isEmpty()
                ? review
                : review.accepting(finding ->
                        first(all, key, finding, review.verdicts(), content).isPresent());
    }

    /** By whom, when and why a doubt was first let pass. */
    Optional<StoredAcceptance> of(SubmissionKey key, Finding finding, List<RelationVerdict> verdicts, String content) {
        return first(acceptances.of(key), key, finding, verdicts, content);
    }

    private static Optional<StoredAcceptance> first(
            List<StoredAcceptance> all,
            SubmissionKey key,
            Finding finding,
            List<RelationVerdict> verdicts,
            String content) {
        FindingName name = FindingName.of(key, finding);
        String said = Digests.said(finding, verdicts, content);
        return all.stream()
                .filter(one -> one.about().equals(name) && one.said().equals(said))
                .findFirst();
    }
}

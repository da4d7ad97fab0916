package xiangbao.jobs.seals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiangbao.jobs.feedback.ReturnDecisions;
import xiangbao.jobs.outcomes.SubmissionAnswer;
import xiangbao.jobs.review.WithheldAnswer;
import xiangbao.jobs.review.WithheldVerdicts;
import xiangbao.jobs.runs.Aggregation;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.store.seals.SealEvent;
import xiangbao.jobs.store.seals.StoredNotice;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.publication.Vintage;
import xiangbao.statistics.submissions.SubmissionKey;

/** Tries what was asked to be corrected: lets it in, has it audited, and revises the result of the period when the audit returns none of it. */
final class CorrectionAttempts {
    /**
     * One try at a correction, in the caller's transaction.
     *
     * @param refused newest submissions that the audit returned; when there are any nothing else was done
     */
    record Attempt(
            Map<SubmissionKey, SubmissionAnswer> refused,
            List<SubmissionAnswer> admitted,
            Optional<StoredNotice> notice,
            Optional<StoredRun> run,
            List<WithheldAnswer> withheld) {}

    private final Admission admission;
    private final Aggregation aggregation;
    private final SealEvents events;
    private final NoticeIssue notices;
    private final ReturnDecisions returns;
    private final WithheldVerdicts withheld;

    CorrectionAttempts(
            Admission admission,
            Aggregation aggregation,
            SealEvents events,
            NoticeIssue notices,
            ReturnDecisions returns,
            WithheldVerdicts withheld) {
        this.admission = admission;
        this.aggregation = aggregation;
        this.events = events;
        this.notices = notices;
        this.returns = returns;
        this.withheld = withheld;
    }

    /** Tries what is held under some keys, the newest of a key last. */
    Attempt attempt(
            long claim, CorrectionOrder order, SealEvent seal, Map<SubmissionKey, List<StoredSubmission>> selected) {
        Map<SubmissionKey, StoredSubmission> before = new LinkedHashMap<>();
        Map<SubmissionKey, StoredSubmission> after = new LinkedHashMap<>();
        selected.forEach((key, held) -> {
            admission.counted(key).ifPresent(round -> before.put(key, round));
            after.put(key, held.get(held.size() - 1));
            admission.admit(held);
        });
        admission.review(claim, selected.keySet());
        Map<SubmissionKey, SubmissionAnswer> refused = new LinkedHashMap<>();
        List<SubmissionAnswer> admitted = new ArrayList<>();
        after.forEach((key, one) -> {
            SubmissionAnswer answer = admission.answers(List.of(one.id())).get(0);
            if (answer.outcome() == Outcome.RETURNED) {
                refused.put(key, answer);
            } else {
                admitted.add(answer);
            }
        });
        if (!refused.isEmpty()) {
            return new Attempt(refused, List.of(), Optional.empty(), Optional.empty(), List.of());
        }
        int revision = seal.revision() + 1;
        StoredRun run = aggregation.publish(claim, order.period(), Vintage.revised(revision));
        events.revise(order.period(), revision, run, order.cause(), order.approvedBy());
        StoredNotice notice = notices.issue(claim, order, seal, run, before, after);
        returns.decide(claim);
        return new Attempt(Map.of(), admitted, Optional.of(notice), Optional.of(run), withheld.of(claim));
    }
}

package xiangbao.jobs.store.decisions;

import java.time.LocalDateTime;
import xiangbao.statistics.submissions.SubmissionKey;

/**
 * 不审: a decision that a relation does not hold a unit up in one period, or that it does again.
 *
 * @param code of the relation
 * @param waives false where an earlier decision is taken back
 */
public record StoredWaiver(
        long claim, SubmissionKey key, String code, boolean waives, String actor, LocalDateTime at, String reason) {}

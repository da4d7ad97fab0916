package xiangbao.statistics.aggregate;

import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;

/**
 * One observation that went into a figure, with the file it came from.
 *
 * @param key of the submission
 */
public record Contribution(
        SubmissionKey key, int round, Outcome outcome, String file, String sha256, Observation observation) {
    /** The unit that reported it, which in a ledger about others is not the unit that it is about. */
    public UnitCode reporter() {
        return key.unit();
    }
}

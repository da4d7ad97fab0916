package xiangbao.statistics.aggregate;

import java.util.List;
import java.util.Set;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.Submission;
import xiangbao.statistics.units.UnitCode;

/**
 * A submission that counts: the last round of its form, unit and period that was not returned.
 *
 * @param outcome ACCEPTED or PENDING_EXPLANATION
 * @param returnedLater the number of a later round that was returned or waits for an explanation before it counts, for which this one stands in; 0 when there is none
 * @param withheld whether that later round waits for an explanation, and was not returned
 * @param findings what is open about it: 核实性 and 提示性 findings
 */
public record Counted(
        Submission submission, Outcome outcome, int returnedLater, boolean withheld, List<Finding> findings) {
    public Counted {
        if (outcome != Outcome.ACCEPTED && outcome != Outcome.PENDING_EXPLANATION) {
            throw new IllegalArgumentException(submission.key() + " cannot count as " + outcome);
        }
        findings = List.copyOf(findings);
    }

    /** One whose later round, if there is any, was returned. */
    public Counted(Submission submission, Outcome outcome, int returnedLater, List<Finding> findings) {
        this(submission, outcome, returnedLater, false, findings);
    }

    public static Counted accepted(Submission submission) {
        return new Counted(submission, Outcome.ACCEPTED, 0, List.of());
    }

    public static Counted pending(Submission submission) {
        return new Counted(submission, Outcome.PENDING_EXPLANATION, 0, List.of());
    }

    /** Without the lines about anybody but these units and the reporter itself. */
    Counted about(Set<UnitCode> some) {
        List<Observation> all = submission.observations();
        List<Observation> kept = all.stream()
                .filter(observation -> some.contains(observation.subject())
                        || observation.subject().equals(submission.key().unit()))
                .toList();
        return kept.size() == all.size() ? this : new Counted(submission.with(kept), outcome, returnedLater, findings);
    }

    public boolean isPending() {
        return outcome == Outcome.PENDING_EXPLANATION;
    }
}

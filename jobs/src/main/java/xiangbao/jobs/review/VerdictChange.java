package xiangbao.jobs.review;

import java.util.List;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/**
 * A stored submission about which a rerun says something else than what was said before.
 *
 * @param newest whether it is the newest round of its form, unit and period
 * @param relations what fails now and did not, or did and does not now
 */
public record VerdictChange(
        UnitCode unit,
        String unitName,
        FormCode form,
        ReferencePeriod period,
        int round,
        boolean newest,
        String file,
        Outcome from,
        Outcome to,
        List<RelationChange> relations) {
    public VerdictChange {
        relations = List.copyOf(relations);
    }

    /** Whether it counted and does not any more. */
    public boolean nowFails() {
        return counts(from) && !counts(to);
    }

    private static boolean counts(Outcome outcome) {
        return outcome == Outcome.ACCEPTED || outcome == Outcome.PENDING_EXPLANATION;
    }

    /**
     * A relation, or another check, that comes out otherwise.
     *
     * @param from severity of its finding before, with （已说明） where its explanation was accepted; empty when there was none
     * @param to the same of its finding now
     */
    public record RelationChange(String code, String title, String from, String to) {}
}

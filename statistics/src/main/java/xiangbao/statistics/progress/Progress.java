package xiangbao.statistics.progress;

import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.plan.Target;

/**
 * 完成情况 of a target. It was judged on exact figures; what it carries is for print.
 *
 * @param attainment how much of it is done
 * @param byUnit how the units stand
 * @param grounds on what the actual rests
 * @param counterparts what is shown beside it
 * @param note 口径待确认, what is missing, and the plan's own note; empty when there is nothing to say
 */
public record Progress(
        Target target,
        ReferencePeriod period,
        Attainment attainment,
        ProgressStatus status,
        UnitStandings byUnit,
        Grounds grounds,
        Counterparts counterparts,
        String note) {
    public Light light() {
        return status.light();
    }
}

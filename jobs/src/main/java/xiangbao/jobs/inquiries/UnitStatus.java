package xiangbao.jobs.inquiries;

import java.time.LocalDate;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/**
 * Where one unit stands with one form.
 *
 * @param state of the newest submission: 未报, 已报, 退回, 待核实 or 通过; 锁定 when it counts in a sealed period, 封存期暂存 when it came after the seal
 * @param round of the newest submission, for one that is held the round that it is to be; 0 when nothing came
 * @param withheld whether the newest submission waits for an explanation before it counts
 * @param late came after the due day, or has not come although it has passed
 */
public record UnitStatus(
        UnitCode unit,
        String unitName,
        FormCode form,
        ReferencePeriod period,
        String state,
        int round,
        LocalDate due,
        boolean late,
        boolean withheld) {
    static final String LOCKED = "锁定";

    /** Whether anything is still to be done about it: all but what counts as it is. */
    public boolean isOpen() {
        return !state.equals(Outcome.ACCEPTED.title()) && !state.equals(LOCKED);
    }
}

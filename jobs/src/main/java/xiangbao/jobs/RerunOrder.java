package xiangbao.jobs;

import java.util.List;
import java.util.Optional;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/**
 * What is to be done again.
 *
 * @param periods county periods; empty means every one that has submissions
 * @param form limits what is judged again to a form
 * @param unit limits what is judged again to a unit
 * @param cause with the reason, which stands with the runs that are made
 */
public record RerunOrder(
        List<ReferencePeriod> periods,
        Backfill backfill,
        Optional<FormCode> form,
        Optional<UnitCode> unit,
        RerunStage from,
        Cause cause,
        RunListener listener) {
    /** Which of the periods. */
    public enum Backfill {
        /** Those that have submissions and no run. */
        MISSING,
        /** Those whose latest run was never reported, or whose job never ended. */
        FAILED,
        ALL
    }

    public RerunOrder {
        periods = List.copyOf(periods);
    }
}

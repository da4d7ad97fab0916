package xiangbao.jobs.rules;

import java.util.List;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * Tries a relation, or a default screen, on what was reported in the past.
 *
 * @param relation its code
 * @param periods county periods; the forms' periods that end within them are looked at
 */
public record BacktestOrder(String relation, List<ReferencePeriod> periods) {
    public BacktestOrder {
        periods = List.copyOf(periods);
    }
}

package xiangbao.jobs;

import java.util.List;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * Who has reported a form: received + missing = expected, accepted + pending + returned = received.
 *
 * @param withheld how many of the pending do not count until they are explained, with no good round behind them
 * @param missingUnits names in the county's order
 */
public record CoverageAnswer(
        FormCode form,
        ReferencePeriod period,
        int expected,
        int received,
        int accepted,
        int pending,
        int withheld,
        int returned,
        int missing,
        List<String> missingUnits) {
    public CoverageAnswer {
        missingUnits = List.copyOf(missingUnits);
    }
}

package xiangbao.jobs.store.runs;

import java.util.List;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * The coverage of a form in a run; what is missing is the rest of what is expected.
 *
 * @param pending those that count; apart from the withheld
 */
public record CoverageRow(
        FormCode form,
        ReferencePeriod period,
        int expected,
        int accepted,
        int pending,
        int withheld,
        int returned,
        List<String> missingUnits) {
    public CoverageRow {
        missingUnits = List.copyOf(missingUnits);
    }

    /** Whether nobody has to correct or to explain anything. */
    public boolean isSettled() {
        return pending == 0 && withheld == 0 && returned == 0;
    }
}

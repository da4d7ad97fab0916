package xiangbao.jobs.runs;

import java.util.ArrayList;
import java.util.List;
import xiangbao.jobs.store.runs.CoverageRow;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
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

    /** How each form stood in a run. */
    public static List<CoverageAnswer> of(Runs runs, StoredRun run) {
        List<CoverageAnswer> coverage = new ArrayList<>();
        for (CoverageRow one : runs.coverage(run.id())) {
            int received = one.accepted() + one.pending() + one.withheld() + one.returned();
            coverage.add(new CoverageAnswer(
                    one.form(),
                    one.period(),
                    one.expected(),
                    received,
                    one.accepted(),
                    one.pending() + one.withheld(),
                    one.withheld(),
                    one.returned(),
                    one.expected() - received,
                    one.missingUnits()));
        }
        return coverage;
    }
}

package xiangbao.jobs.store;

import java.util.List;
import xiangbao.statistics.model.FormCode;
import xiangbao.statistics.model.ReferencePeriod;

/** The coverage of a form in a run; what is missing is the rest of what is expected. */
public record CoverageRow(
        FormCode form,
        ReferencePeriod period,
        int expected,
        int accepted,
        int pending,
        int returned,
        List<String> missingUnits) {
    public CoverageRow {
        missingUnits = List.copyOf(missingUnits);
    }
}

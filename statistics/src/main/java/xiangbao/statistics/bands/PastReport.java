package xiangbao.statistics.bands;

import java.util.List;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.units.ReportingUnit;

/** What one unit reported in one form about one period, as it counts: something to learn from. */
public record PastReport(ReportingUnit unit, ReferencePeriod period, List<Observation> observations) {
    public PastReport {
        observations = List.copyOf(observations);
    }
}

package xiangbao.statistics.screens;

import java.util.List;
import xiangbao.statistics.model.Observation;
import xiangbao.statistics.model.ReferencePeriod;
import xiangbao.statistics.model.ReportingUnit;

/** What one unit reported in one form about one period, as it counts: something to learn from. */
public record PastReport(ReportingUnit unit, ReferencePeriod period, List<Observation> observations) {
    public PastReport {
        observations = List.copyOf(observations);
    }
}

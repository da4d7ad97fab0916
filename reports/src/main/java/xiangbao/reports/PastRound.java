package xiangbao.reports;

import java.util.List;
import xiangbao.statistics.model.Observation;
import xiangbao.statistics.model.ReferencePeriod;

/** What a unit reported about an earlier period: the last good round of it, shown beside a blank form for comparison. */
public record PastRound(ReferencePeriod period, List<Observation> observations) {
    public PastRound {
        observations = List.copyOf(observations);
    }
}

package xiangbao.reports.blank;

import java.util.List;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.Observation;

/** What a unit reported about an earlier period: the last good round of it, shown beside a blank form for comparison. */
public record PastRound(ReferencePeriod period, List<Observation> observations) {
    public PastRound {
        observations = List.copyOf(observations);
    }
}

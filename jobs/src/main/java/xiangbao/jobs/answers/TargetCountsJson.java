package xiangbao.jobs.answers;

import java.util.LinkedHashMap;
import java.util.Map;
import xiangbao.statistics.progress.TargetCounts;

/** How many targets stand how; the parts beneath them are counted apart. */
public record TargetCountsJson(int total, int parts, Map<String, Integer> byStatus) {
    public static TargetCountsJson of(TargetCounts counts) {
        Map<String, Integer> byStatus = new LinkedHashMap<>();
        counts.byStatus().forEach((status, count) -> byStatus.put(status.title(), count));
        return new TargetCountsJson(counts.total(), counts.parts(), byStatus);
    }
}

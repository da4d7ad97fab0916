package xiangbao.statistics.aggregate;

import java.util.List;
import xiangbao.statistics.model.FormCode;
import xiangbao.statistics.model.ReferencePeriod;
import xiangbao.statistics.model.ReportingUnit;

/**
 * A ledger key that more than one unit reported: one project or bridge entered twice, or one that spans townships. The sums hold both lines; whether that
 * is right, somebody must say.
 */
public record SharedKey(FormCode form, ReferencePeriod period, String key, List<ReportingUnit> reporters) {
    public SharedKey {
        reporters = List.copyOf(reporters);
    }
}

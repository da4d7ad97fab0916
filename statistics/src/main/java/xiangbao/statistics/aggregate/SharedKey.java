package xiangbao.statistics.aggregate;

import java.util.List;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.ReportingUnit;

/**
 * A ledger key that more than one unit reported: one project or bridge entered twice, or one that spans townships. The sums hold both lines; whether that
 * is right, somebody must say.
 */
public record SharedKey(FormCode form, ReferencePeriod period, String key, List<ReportingUnit> reporters) {
    public SharedKey {
        reporters = List.copyOf(reporters);
    }
}

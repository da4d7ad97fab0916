package xiangbao.statistics.screening;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.units.ReportingUnit;

/**
 * What is open about one unit's figure, and how much of the county's total hangs on it.
 *
 * @param share of the county figure in per cent, to one decimal; null when the figure is not one that is added up
 */
public record OpenFinding(
        ReportingUnit unit,
        Indicator indicator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal share,
        List<Finding> findings) {
    public OpenFinding {
        findings = List.copyOf(findings);
    }
}

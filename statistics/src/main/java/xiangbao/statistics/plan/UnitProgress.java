package xiangbao.statistics.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.model.ReportingUnit;

/**
 * How one unit stands against a target that applies to it.
 *
 * @param actual as {@link Progress#actual}
 * @param status MET, NOT_MET, UNDECIDED (未报) or NOT_APPLICABLE (such as a rate over nothing)
 */
public record UnitProgress(ReportingUnit unit, @Nullable BigDecimal actual, ProgressStatus status) {}

package xiangbao.statistics.progress;

import java.math.BigDecimal;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * Where a target stood at an earlier period of the year, from what is known about that period now.
 *
 * @param actual as {@link Attainment#actual}
 */
public record TrendPoint(ReferencePeriod period, BigDecimal actual, ProgressStatus status) {}

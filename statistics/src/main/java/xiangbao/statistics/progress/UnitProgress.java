package xiangbao.statistics.progress;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.units.ReportingUnit;

/**
 * How one unit stands against a target that applies to it.
 *
 * @param actual as {@link Attainment#actual}
 * @param goal its own task, or what every unit has to reach, in the target's unit of measurement; null when there is no such number
 * @param completion 完成率 in per cent, or null
 * @param deviation 偏差 in percentage points, or null
 * @param reached whether it is at its goal, whatever the calendar says; undecided when it has not reported or has no goal
 * @param exactCompletion what rankings compare
 * @param exactDeviation what rankings compare
 */
public record UnitProgress(
        ReportingUnit unit,
        @Nullable BigDecimal actual,
        @Nullable BigDecimal goal,
        @Nullable BigDecimal completion,
        @Nullable BigDecimal deviation,
        ProgressStatus status,
        Verdict reached,
        @Nullable Fraction exactCompletion,
        @Nullable Fraction exactDeviation) {}

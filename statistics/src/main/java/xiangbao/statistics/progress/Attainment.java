package xiangbao.statistics.progress;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much of a target is done, beside what the calendar expects of it.
 *
 * @param actual in the target's unit, rounded to its decimals, or to as many more as it takes to show on which side of the goal it lies; where the target
 *     counts units, parts or nodes, how many of them have reached it; null when unknown
 * @param exactActual the same to 34 digits
 * @param goal the number to reach in the target's unit: the plan's, or last year's actual; where something is counted, how many there are; null when there
 *     is none
 * @param completion 完成率 in per cent, or null
 * @param elapsed what share of the annual task the calendar expects by now, in per cent; null for targets that are not held against it
 * @param deviation 偏差 in percentage points: completion less what is expected, or null
 */
public record Attainment(
        @Nullable BigDecimal actual,
        @Nullable BigDecimal exactActual,
        @Nullable BigDecimal goal,
        @Nullable BigDecimal completion,
        @Nullable BigDecimal elapsed,
        @Nullable BigDecimal deviation) {}

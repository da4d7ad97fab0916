package xiangbao.statistics.plan;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 目标值: what is to be reached.
 *
 * @param value null when the plan states no number and none is configured: 目标未定
 * @param aboveLastYear the target is to exceed last year's actual; {@code value} is then null
 * @param comparators for 高于 targets: all must be exceeded strictly; empty means {@code value} is the comparison
 */
public record Goal(
        Comparison comparison, @Nullable BigDecimal value, boolean aboveLastYear, List<Comparator> comparators) {
    /** That of targets which no number of their own measures. */
    public static final Goal NONE = atLeast(null);

    public Goal {
        comparators = List.copyOf(comparators);
    }

    public static Goal atLeast(@Nullable BigDecimal value) {
        return new Goal(Comparison.AT_LEAST, value, false, List.of());
    }
}

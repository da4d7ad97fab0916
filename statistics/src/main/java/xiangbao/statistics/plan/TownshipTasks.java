package xiangbao.statistics.plan;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.units.UnitCode;

/**
 * 乡镇任务分解: what each township has to contribute to targets of the plan.
 *
 * @param byTarget by the target's code, in its unit of measurement
 */
public record TownshipTasks(Map<String, Map<UnitCode, BigDecimal>> byTarget) {
    public static final TownshipTasks NONE = new TownshipTasks(Map.of());

    public TownshipTasks {
        Map<String, Map<UnitCode, BigDecimal>> copy = new LinkedHashMap<>();
        byTarget.forEach((target, tasks) -> copy.put(target, Map.copyOf(tasks)));
        byTarget = Map.copyOf(copy);
    }

    /** Whether a target is divided among townships; then a unit without a task has none. */
    public boolean divide(Target target) {
        return byTarget.containsKey(target.code());
    }

    public @Nullable BigDecimal task(Target target, UnitCode unit) {
        return byTarget.getOrDefault(target.code(), Map.of()).get(unit);
    }

    /** What all tasks come to; null where there are none, or where they are shares that do not add up. */
    public @Nullable BigDecimal sum(Target target) {
        if (!divide(target)
                || target.measure().unit().equals("%")
                || target.measure().unit().equals("‰")) {
            return null;
        }
        return Objects.requireNonNull(byTarget.get(target.code())).values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

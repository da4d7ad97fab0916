package xiangbao.statistics.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.formula.Formula;

/**
 * By what a target is measured: a figure, other targets of which it consists, or the 节点 of a task.
 *
 * @param actual the figure, over county sums; null when nothing is reported yet that measures it, and where no figure does
 * @param actualUnit unit of what {@code actual} gives, converted exactly into {@code unit}
 * @param unit 计量单位 in which target and actual are printed
 * @param parts codes of the targets that must all be reached for this one, which has no figure of its own; empty for any other
 * @param milestones the 任务编号 under which the ledger of tasks lists its 节点; null when a figure measures it
 */
public record TargetMeasure(
        @Nullable Formula actual,
        String actualUnit,
        String unit,
        int decimals,
        List<String> parts,
        @Nullable String milestones) {
    public TargetMeasure {
        parts = List.copyOf(parts);
    }

    /** A figure, which may not be reported yet. */
    public static TargetMeasure figure(@Nullable Formula actual, String actualUnit, String unit, int decimals) {
        return new TargetMeasure(actual, actualUnit, unit, decimals, List.of(), null);
    }

    public static TargetMeasure parts(String unit, List<String> parts) {
        return new TargetMeasure(null, unit, unit, 0, parts, null);
    }

    public static TargetMeasure milestones(String unit, String task) {
        return new TargetMeasure(null, unit, unit, 0, List.of(), task);
    }

    /** How the actual is come by, as people read it; empty where nothing that is reported gives it. */
    public String computation() {
        if (!parts.isEmpty()) {
            return "各部分都达到才算达到：" + String.join("、", parts);
        }
        if (milestones != null) {
            return "任务清单中任务 " + milestones + " 的节点";
        }
        return actual == null ? "" : actual.text();
    }
}

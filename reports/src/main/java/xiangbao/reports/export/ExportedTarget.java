package xiangbao.reports.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.plan.Comparison;
import xiangbao.statistics.progress.ProgressStatus;

/**
 * A target of the plan that is handed on, as the county stands. Numbers are plain decimals, in the target's unit unless said otherwise.
 *
 * @param actual null when there is none yet
 * @param goal null when the plan states no number
 * @param completion 完成率 in per cent
 * @param elapsed what the calendar expects by now, in per cent
 * @param deviation 偏差 in percentage points
 * @param taskSum what the townships' tasks come to
 * @param counted how many units are in the least covered figure behind it
 * @param expected how many owe that figure
 * @param below names of those that miss it
 * @param responsible 责任单位
 */
public record ExportedTarget(
        String code,
        String title,
        String section,
        @Nullable String actual,
        Comparison comparison,
        @Nullable String goal,
        String measure,
        @Nullable String completion,
        @Nullable String elapsed,
        @Nullable String deviation,
        ProgressStatus status,
        boolean provisional,
        boolean forecast,
        int counted,
        int expected,
        @Nullable String taskSum,
        @Nullable OfficialValue official,
        List<String> below,
        List<String> responsible,
        String note) {
    public ExportedTarget {
        below = List.copyOf(below);
        responsible = List.copyOf(responsible);
    }
}

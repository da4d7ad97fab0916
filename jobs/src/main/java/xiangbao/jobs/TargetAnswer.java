package xiangbao.jobs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a target of the plan is reached.
 *
 * @param actual a plain decimal, or null when there is none yet
 * @param target a plain decimal, or null when the plan states no number
 * @param comparison such as ≥
 * @param status 达标, 未达标, 达序时, 滞后 and the like
 * @param light 绿, 黄, 红, or 灰 when not judged
 * @param below names of the units that miss it
 * @param coverage such as 22/25
 * @param completion 完成率 in per cent, or null
 * @param elapsed what the calendar expects by now, in per cent, or null
 * @param deviation 偏差 in percentage points, or null
 * @param taskSum what the townships' tasks come to, or null
 * @param official 核定数, or null
 * @param document its document number, or null
 * @param trend where it stood at the earlier periods of the year
 */
public record TargetAnswer(
        String code,
        String title,
        String section,
        @Nullable String actual,
        @Nullable String target,
        String comparison,
        String unitOfMeasure,
        String status,
        String light,
        List<String> below,
        List<String> responsible,
        String coverage,
        @Nullable String completion,
        @Nullable String elapsed,
        @Nullable String deviation,
        boolean provisional,
        boolean forecast,
        @Nullable String taskSum,
        @Nullable String official,
        @Nullable String document,
        String note,
        List<Point> trend) {
    public TargetAnswer {
        below = List.copyOf(below);
        responsible = List.copyOf(responsible);
        trend = List.copyOf(trend);
    }

    /** Where it stood at an earlier period. */
    public record Point(String period, String actual, String status) {}
}

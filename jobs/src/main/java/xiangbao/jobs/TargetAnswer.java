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
        String coverage) {
    public TargetAnswer {
        below = List.copyOf(below);
        responsible = List.copyOf(responsible);
    }
}

package xiangbao.statistics.progress;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.publication.OfficialFigure;

/**
 * What is shown beside an actual and its goal.
 *
 * @param comparators the figures that the actual must exceed
 * @param trend where it stood at the earlier periods of the year of which the basis knows, earliest first
 * @param taskSum what the townships' tasks come to, in the target's unit; null when it is not divided among them
 * @param official 核定数 about the same period, in the target's unit; null when there is none
 */
public record Counterparts(
        List<ComparatorResult> comparators,
        List<TrendPoint> trend,
        @Nullable BigDecimal taskSum,
        @Nullable OfficialFigure official) {
    public static final Counterparts NONE = new Counterparts(List.of(), List.of(), null, null);

    public Counterparts {
        comparators = List.copyOf(comparators);
        trend = List.copyOf(trend);
    }
}

package xiangbao.statistics.progress;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.aggregate.Contribution;
import xiangbao.statistics.aggregate.Coverage;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.publication.OfficialFigure;
import xiangbao.statistics.units.ReportingUnit;

/**
 * 完成情况 of a target. It was judged on exact figures; what it carries is for print.
 *
 * @param actual in the target's unit, rounded to its decimals, or to as many more as it takes to show on which side of the goal it lies; where the target
 *     counts units, parts or nodes, how many of them have reached it; null when unknown
 * @param exactActual the same to 34 digits
 * @param goal the number to reach in the target's unit: the plan's, or last year's actual; where something is counted, how many there are; null when there
 *     is none
 * @param completion 完成率 in per cent, or null
 * @param elapsed what share of the annual task the calendar expects by now, in per cent; null for targets that are not held against it
 * @param deviation 偏差 in percentage points: completion less what is expected, or null
 * @param units those to which the target applies, when they are judged one by one
 * @param below the units that miss it
 * @param coverage of the figures behind the actual, that of the least covered
 * @param provisional whether not all of them have passed
 * @param note 口径待确认, what is missing, and the plan's own note; empty when there is nothing to say
 * @param trend where it stood at the earlier periods of the year of which the basis knows, earliest first
 * @param taskSum what the townships' tasks come to, in the target's unit; null when it is not divided among them
 * @param official 核定数 about the same period, in the target's unit; null when there is none
 */
public record Progress(
        Target target,
        ReferencePeriod period,
        @Nullable BigDecimal actual,
        @Nullable BigDecimal exactActual,
        @Nullable BigDecimal goal,
        @Nullable BigDecimal completion,
        @Nullable BigDecimal elapsed,
        @Nullable BigDecimal deviation,
        ProgressStatus status,
        List<ComparatorResult> comparators,
        List<UnitProgress> units,
        List<ReportingUnit> below,
        Coverage coverage,
        List<Contribution> contributions,
        boolean forecast,
        boolean provisional,
        String note,
        List<TrendPoint> trend,
        @Nullable BigDecimal taskSum,
        @Nullable OfficialFigure official) {
    public Progress {
        comparators = List.copyOf(comparators);
        units = List.copyOf(units);
        below = List.copyOf(below);
        contributions = List.copyOf(contributions);
        trend = List.copyOf(trend);
    }

    /** A target without a history, tasks of townships or a 核定数. */
    public Progress(
            Target target,
            ReferencePeriod period,
            @Nullable BigDecimal actual,
            @Nullable BigDecimal exactActual,
            @Nullable BigDecimal goal,
            @Nullable BigDecimal completion,
            @Nullable BigDecimal elapsed,
            @Nullable BigDecimal deviation,
            ProgressStatus status,
            List<ComparatorResult> comparators,
            List<UnitProgress> units,
            List<ReportingUnit> below,
            Coverage coverage,
            List<Contribution> contributions,
            boolean forecast,
            boolean provisional,
            String note) {
        this(
                target,
                period,
                actual,
                exactActual,
                goal,
                completion,
                elapsed,
                deviation,
                status,
                comparators,
                units,
                below,
                coverage,
                contributions,
                forecast,
                provisional,
                note,
                List.of(),
                null,
                null);
    }

    public Light light() {
        return status.light();
    }
}

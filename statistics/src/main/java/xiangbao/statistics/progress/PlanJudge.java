package xiangbao.statistics.progress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xiangbao.statistics.aggregate.RollUp;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.units.Units;

/** Holds the figures of a county period against the plan. */
public final class PlanJudge {
    private final CheckDate at;
    private final Map<String, Progress> judged = new LinkedHashMap<>();

    /** Judges of the earlier periods of the year, earliest first. */
    private final List<PlanJudge> earlier;

    private PlanJudge(CheckDate at, List<PlanJudge> earlier) {
        this.at = at;
        this.earlier = earlier;
    }

    /** One per target, in the plan's order. */
    public static List<Progress> judge(Plan plan, RollUp rollUp, Units units) {
        CheckDate now = new CheckDate(plan, rollUp, units, rollUp.period());
        List<PlanJudge> earlier = new ArrayList<>();
        for (int ordinal = 1; ordinal < now.period().ordinal(); ordinal++) {
            ReferencePeriod period =
                    new ReferencePeriod(now.period().year(), now.period().frequency(), ordinal);
            earlier.add(new PlanJudge(now.earlier(period), List.of()));
        }
        PlanJudge judge = new PlanJudge(now, earlier);
        return plan.targets().stream().map(judge::judge).toList();
    }

    private Progress judge(Target target) {
        Progress known = judged.get(target.code());
        if (known == null) {
            known = judgeAnew(target);
            judged.put(target.code(), known);
        }
        return known;
    }

    /** Where the target stood at the earlier periods of the year, as far as there are figures. */
    private List<TrendPoint> trend(Target target) {
        List<TrendPoint> trend = new ArrayList<>();
        for (PlanJudge one : earlier) {
            Progress before = one.judge(target);
            BigDecimal actual = before.attainment().actual();
            if (actual != null) {
                trend.add(new TrendPoint(before.period(), actual, before.status()));
            }
        }
        return trend;
    }

    private Progress judgeAnew(Target target) {
        List<TrendPoint> trend = trend(target);
        if (target.isComposite()) {
            List<Progress> parts = target.measure().parts().stream()
                    .flatMap(code -> at.plan().target(code).stream())
                    .filter(part -> !part.isComposite())
                    .map(this::judge)
                    .toList();
            return CompositeJudge.judge(target, at, trend, parts);
        }
        return target.measure().milestones() == null
                ? FigureJudge.judge(target, at, trend)
                : MilestoneJudge.judge(target, at, trend);
    }
}

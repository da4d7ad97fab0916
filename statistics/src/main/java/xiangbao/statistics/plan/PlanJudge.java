package xiangbao.statistics.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xiangbao.statistics.aggregate.RollUp;
import xiangbao.statistics.model.Units;

/** Holds the figures of a county period against the plan. */
public final class PlanJudge {
    private final CheckDate at;
    private final Map<String, Progress> judged = new LinkedHashMap<>();

    private PlanJudge(CheckDate at) {
        this.at = at;
    }

    /** One per target, in the plan's order. */
    public static List<Progress> judge(Plan plan, RollUp rollUp, Units units) {
        PlanJudge judge = new PlanJudge(new CheckDate(plan, rollUp, units, rollUp.period()));
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

    private Progress judgeAnew(Target target) {
        if (target.isComposite()) {
            List<Progress> parts = target.parts().stream()
                    .flatMap(code -> at.plan().target(code).stream())
                    .filter(part -> !part.isComposite())
                    .map(this::judge)
                    .toList();
            return CompositeJudge.judge(target, at, parts);
        }
        return target.milestones() == null ? FigureJudge.judge(target, at) : MilestoneJudge.judge(target, at);
    }
}

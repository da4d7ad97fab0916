package xiangbao.statistics.plan;

import java.util.List;
import xiangbao.statistics.aggregate.RollUp;
import xiangbao.statistics.model.Units;

/** Holds the figures of a county period against the plan. */
public final class PlanJudge {
    private PlanJudge() {}

    /** One per target, in the plan's order. */
    public static List<Progress> judge(Plan plan, RollUp rollUp, Units units) {
        throw new UnsupportedOperationException();
    }
}

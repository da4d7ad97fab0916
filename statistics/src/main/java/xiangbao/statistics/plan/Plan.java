package xiangbao.statistics.plan;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.FormCode;

/**
 * The county plan whose targets are tracked.
 *
 * @param year 计划年度, or 0 when not configured: the plan itself states none
 * @param tasks how targets are divided among townships
 * @param milestones 表号 of the ledger in which departments report the 节点 of their tasks; null where no target asks for them
 */
public record Plan(
        String title,
        int year,
        Lights lights,
        List<Target> targets,
        TownshipTasks tasks,
        @Nullable FormCode milestones,
        PlanLetter letter) {
    public Plan {
        targets = List.copyOf(targets);
    }

    /** A plan with the usual lights that is not divided among townships. */
    public Plan(String title, int year, List<Target> targets) {
        this(title, year, Lights.USUAL, targets, TownshipTasks.NONE, null, PlanLetter.NONE);
    }

    /** The same plan, divided among townships. */
    public Plan with(TownshipTasks others) {
        return new Plan(title, year, lights, targets, others, milestones, letter);
    }

    /** The target of which another is a part. */
    public Optional<Target> wholeOf(Target part) {
        return targets.stream()
                .filter(target -> target.measure().parts().contains(part.code()))
                .findFirst();
    }

    public Optional<Target> target(String code) {
        return targets.stream().filter(target -> target.code().equals(code)).findFirst();
    }
}

package xiangbao.statistics.progress;

import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.plan.Comparison;
import xiangbao.statistics.plan.Pace;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.plan.Wording;

/** The rules by which a target stands as it does on a check date, on exact numbers; for the county and for a unit alike. */
final class Judgement {
    private final Target target;
    private final CheckDate at;
    private final Schedule schedule;

    Judgement(Target target, CheckDate at) {
        this.target = target;
        this.at = at;
        this.schedule = Schedule.of(target, at);
    }

    Schedule schedule() {
        return schedule;
    }

    /** Whether the target says what is to be reached at all. */
    boolean hasGoal() {
        return target.goal().value() != null
                || target.goal().aboveLastYear()
                || !target.goal().comparators().isEmpty();
    }

    private Comparison comparison() {
        return target.goal().aboveLastYear() ? Comparison.ABOVE : target.goal().comparison();
    }

    Verdict reached(@Nullable Fraction actual, @Nullable Fraction goal) {
        if (actual == null || goal == null) {
            return Verdict.UNDECIDED;
        }
        return comparison().holds(actual.compareTo(goal)) ? Verdict.PASSES : Verdict.FAILS;
    }

    /** 完成率 in per cent; null where a share of the goal means nothing. */
    @Nullable
    Fraction completion(@Nullable Fraction actual, @Nullable Fraction goal) {
        Comparison comparison = comparison();
        boolean upwards = comparison != Comparison.AT_MOST && comparison != Comparison.BELOW;
        return actual == null || goal == null || goal.signum() <= 0 || !upwards
                ? null
                : CheckDate.HUNDRED.times(actual).over(goal);
    }

    /** 偏差 in percentage points; null where nothing is held against the calendar. */
    @Nullable
    Fraction deviation(@Nullable Fraction completion) {
        Fraction expected = schedule.expected();
        return completion == null || expected == null ? null : completion.minus(expected);
    }

    ProgressStatus status(Verdict reached, @Nullable Fraction completion) {
        if (target.wording() == Wording.INFORMATION) {
            return ProgressStatus.INFORMATION;
        }
        if (reached == Verdict.UNDECIDED) {
            return ProgressStatus.UNDECIDED;
        }
        if (schedule.state() == Schedule.State.NOT_YET) {
            return ProgressStatus.NOT_YET_JUDGED;
        }
        if (reached == Verdict.PASSES) {
            return isWholeTask(completion) ? ProgressStatus.COMPLETED : ProgressStatus.MET;
        }
        if (target.wording() == Wording.EFFORT || isDueByYearsEnd() && !at.isYearOver()) {
            return ProgressStatus.UNDER_WAY;
        }
        if (schedule.state() == Schedule.State.UNKNOWN) {
            return ProgressStatus.UNDECIDED;
        }
        Fraction deviation = deviation(completion);
        Fraction expected = schedule.expected();
        if (deviation == null || expected == null || expected.compareTo(CheckDate.HUNDRED) >= 0) {
            return ProgressStatus.NOT_MET;
        }
        if (deviation.signum() >= 0) {
            return ProgressStatus.ON_PACE;
        }
        Fraction limit = Fraction.of(at.plan().lights().behind()).negated();
        return deviation.compareTo(limit) >= 0 ? ProgressStatus.BEHIND : ProgressStatus.FAR_BEHIND;
    }

    private boolean isWholeTask(@Nullable Fraction completion) {
        boolean amount =
                target.pacing().pace() == Pace.ELAPSED || target.pacing().pace() == Pace.LAST_COURSE;
        return target.wording() == Wording.COMPLETION || amount && completion != null;
    }

    /** A task that no calendar divides is neither met nor missed while its year lasts. */
    private boolean isDueByYearsEnd() {
        return target.wording() == Wording.MILESTONE && target.pacing().judgedFrom() == null
                || target.wording() == Wording.COMPLETION && target.pacing().pace() == Pace.NONE;
    }
}

package xiangbao.statistics.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.formula.Fraction;
import xiangbao.statistics.model.ReferencePeriod;
import xiangbao.statistics.model.Verdict;

/** The rules by which a target stands as it does, on exact numbers. */
final class Judgement {
    /** How far behind the calendar is far; a convention (银川), not a rule of the plan. */
    private static final Fraction TEN_POINTS = Fraction.of(-10);

    static final Fraction HUNDRED = Fraction.of(100);

    private final Target target;
    private final LocalDate day;
    private final int year;

    Judgement(Target target, int planYear, ReferencePeriod period) {
        this.target = target;
        this.day = period.lastDay();
        this.year = planYear == 0 ? period.year() : planYear;
    }

    /** Whether the target says what is to be reached at all. */
    boolean hasGoal() {
        return target.value() != null
                || target.aboveLastYear()
                || !target.comparators().isEmpty();
    }

    Comparison comparison() {
        return target.aboveLastYear() ? Comparison.ABOVE : target.comparison();
    }

    Verdict reached(Fraction actual, @Nullable Fraction goal) {
        if (goal == null) {
            return Verdict.UNDECIDED;
        }
        return comparison().holds(actual.compareTo(goal)) ? Verdict.PASSES : Verdict.FAILS;
    }

    boolean isBeforeJudgement() {
        return target.judgedFrom() != null && day.isBefore(target.judgedFrom().atYear(year));
    }

    /** The share of the plan's year that is over, in per cent. */
    Fraction elapsed() {
        if (day.getYear() != year) {
            return day.getYear() < year ? Fraction.ZERO : HUNDRED;
        }
        return HUNDRED.times(Fraction.of(day.getDayOfYear())).over(Fraction.of(day.lengthOfYear()));
    }

    /** 完成率 in per cent; null where a share of the goal means nothing. */
    @Nullable
    Fraction completion(Fraction actual, @Nullable Fraction goal) {
        Comparison comparison = comparison();
        boolean upwards = comparison != Comparison.AT_MOST && comparison != Comparison.BELOW;
        return goal == null || goal.signum() <= 0 || !upwards
                ? null
                : HUNDRED.times(actual).over(goal);
    }

    ProgressStatus status(Verdict reached, @Nullable Fraction completion) {
        if (target.wording() == Wording.INFORMATION) {
            return ProgressStatus.INFORMATION;
        }
        if (reached == Verdict.UNDECIDED) {
            return ProgressStatus.UNDECIDED;
        }
        if (isBeforeJudgement()) {
            return ProgressStatus.NOT_YET_JUDGED;
        }
        boolean amount = target.pace() == Pace.ELAPSED && completion != null;
        if (reached == Verdict.PASSES) {
            return amount || target.wording() == Wording.COMPLETION ? ProgressStatus.COMPLETED : ProgressStatus.MET;
        }
        if (target.wording() == Wording.EFFORT
                || target.wording() == Wording.MILESTONE && target.judgedFrom() == null) {
            return ProgressStatus.UNDER_WAY;
        }
        if (!amount || completion == null || elapsed().compareTo(HUNDRED) >= 0) {
            return ProgressStatus.NOT_MET;
        }
        Fraction deviation = completion.minus(elapsed());
        if (deviation.signum() >= 0) {
            return ProgressStatus.ON_PACE;
        }
        return deviation.compareTo(TEN_POINTS) >= 0 ? ProgressStatus.BEHIND : ProgressStatus.FAR_BEHIND;
    }
}

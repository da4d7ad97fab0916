package xiangbao.statistics.progress;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.aggregate.Evaluation;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.plan.SeasonNode;
import xiangbao.statistics.plan.Target;

/**
 * 序时进度: what the calendar expects of a target on a check date.
 *
 * @param expected the share of the annual task in per cent; null unless the state is {@link State#DUE}
 */
record Schedule(State state, @Nullable Fraction expected) {
    enum State {
        /** Nothing is expected by the calendar; the target itself is. */
        NONE,
        /** The season has not come. */
        NOT_YET,
        /** A share is expected. */
        DUE,
        /** What would be expected cannot be known. */
        UNKNOWN
    }

    private static final Schedule NONE = new Schedule(State.NONE, null);
    private static final Schedule NOT_YET = new Schedule(State.NOT_YET, null);
    private static final Schedule UNKNOWN = new Schedule(State.UNKNOWN, null);

    static Schedule of(Target target, CheckDate at) {
        return switch (target.pacing().pace()) {
            case DIRECT, NONE -> NONE;
            case ELAPSED -> due(at.elapsed());
            case SEASONAL -> season(target, at);
            case LAST_COURSE -> lastCourse(target, at);
        };
    }

    private static Schedule due(Fraction share) {
        return new Schedule(State.DUE, share);
    }

    private static Schedule season(Target target, CheckDate at) {
        if (target.pacing().nodes().isEmpty()) {
            MonthDay from = target.pacing().judgedFrom();
            return from != null && isBefore(at, from) ? NOT_YET : NONE;
        }
        if (at.isYearOver()) {
            return due(CheckDate.HUNDRED);
        }
        Schedule schedule = NOT_YET;
        for (SeasonNode node : target.pacing().nodes()) {
            if (!isBefore(at, node.day())) {
                schedule = due(Fraction.of(node.share()));
            }
        }
        return schedule;
    }

    private static boolean isBefore(CheckDate at, MonthDay day) {
        LocalDate from = day.atYear(at.year());
        return at.day().isBefore(from);
    }

    /** Last year's figure by the same period over last year's figure of the whole year, when both are known of all who owe them. */
    private static Schedule lastCourse(Target target, CheckDate at) {
        Fraction elapsed = at.elapsed();
        if (elapsed.isZero() || at.isYearOver()) {
            return due(elapsed);
        }
        Formula formula = target.measure().actual();
        if (formula == null) {
            return UNKNOWN;
        }
        ReferencePeriod then = at.period().yearEarlier();
        ReferencePeriod year = new ReferencePeriod(
                then.year(), then.frequency(), then.frequency().perYear());
        Evaluation part = at.rollUp().evaluate(formula, then, at.leftOut(target));
        Evaluation whole = at.rollUp().evaluate(formula, year, at.leftOut(target));
        Fraction reached = part.value();
        Fraction total = whole.value();
        if (reached == null || total == null || total.signum() <= 0 || !isFull(part) || !isFull(whole)) {
            return UNKNOWN;
        }
        boolean sameUnits = new HashSet<>(part.coverage().expected())
                .equals(new HashSet<>(whole.coverage().expected()));
        return sameUnits ? due(CheckDate.HUNDRED.times(reached).over(total)) : UNKNOWN;
    }

    private static boolean isFull(Evaluation evaluation) {
        return evaluation.coverage().notCounted().isEmpty() && !evaluation.gaps();
    }
}

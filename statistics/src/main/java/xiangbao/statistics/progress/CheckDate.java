package xiangbao.statistics.progress;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import xiangbao.statistics.aggregate.RollUp;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.Units;

/**
 * A day on which the plan is looked at, with all that is known by then.
 *
 * @param period the one that ends on that day: the county's own, or an earlier one of its year
 */
record CheckDate(Plan plan, RollUp rollUp, Units units, ReferencePeriod period) {
    static final Fraction HUNDRED = Fraction.of(100);

    /** 计划年度, or the period's own year where the plan names none. */
    int year() {
        return plan.year() == 0 ? period.year() : plan.year();
    }

    LocalDate day() {
        return period.lastDay();
    }

    /** The share of the plan's year that is over, in per cent. */
    Fraction elapsed() {
        LocalDate day = day();
        if (day.getYear() != year()) {
            return day.getYear() < year() ? Fraction.ZERO : HUNDRED;
        }
        return HUNDRED.times(Fraction.of(day.getDayOfYear())).over(Fraction.of(day.lengthOfYear()));
    }

    boolean isYearOver() {
        return elapsed().compareTo(HUNDRED) >= 0;
    }

    /** The same day of knowledge, looking at an earlier period. */
    CheckDate earlier(ReferencePeriod one) {
        return new CheckDate(plan, rollUp, units, one);
    }

    /** Whether it lies before the period for which the county is judged; then nobody asks for its units. */
    boolean isEarlier() {
        return period.compareTo(rollUp.period()) < 0;
    }

    /** The townships to which a target does not apply. Departments and others state what they state for the county as a whole. */
    Set<UnitCode> leftOut(Target target) {
        Set<UnitCode> leftOut = new TreeSet<>();
        for (ReportingUnit unit : units.all()) {
            if (unit.kind().isTownshipLevel() && !target.scope().appliesTo().selects(unit)) {
                leftOut.add(unit.code());
            }
        }
        return leftOut;
    }
}

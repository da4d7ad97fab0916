package xiangbao.statistics.progress;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.measures.UnitOfMeasure;
import xiangbao.statistics.plan.Lights;
import xiangbao.statistics.plan.Target;

/** Actuals, goals and deviations in the unit of measurement and with the decimals in which a target prints them. */
final class Amounts {
    private Amounts() {}

    static @Nullable Fraction converted(@Nullable Fraction value, UnitOfMeasure.Factor factor) {
        return value == null
                ? null
                : value.times(Fraction.of(factor.numerator())).over(Fraction.of(factor.denominator()));
    }

    static @Nullable BigDecimal shown(Target target, @Nullable Fraction actual, @Nullable Fraction goal) {
        if (actual == null) {
            return null;
        }
        if (goal == null) {
            return actual.toBigDecimal(target.measure().decimals());
        }
        return target.goal().aboveLastYear()
                ? actual.toBigDecimal(
                        Shown.decimalsApart(actual, goal, target.measure().decimals()))
                : Shown.against(actual, target.measure().decimals(), goal);
    }

    static @Nullable BigDecimal shownGoal(Target target, @Nullable Fraction actual, @Nullable Fraction goal) {
        if (target.goal().value() != null || goal == null) {
            return target.goal().value();
        }
        return goal.toBigDecimal(
                actual == null
                        ? target.measure().decimals()
                        : Shown.decimalsApart(actual, goal, target.measure().decimals()));
    }

    /** On the right side both of the calendar and of where the light turns. */
    static BigDecimal shownDeviation(Fraction deviation, Lights lights) {
        BigDecimal first = Shown.against(deviation, 1, Fraction.ZERO);
        return Shown.against(
                deviation, first.scale(), Fraction.of(lights.behind()).negated());
    }
}

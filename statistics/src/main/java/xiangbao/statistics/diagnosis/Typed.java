package xiangbao.statistics.diagnosis;

import java.math.BigDecimal;
import java.util.List;
import xiangbao.statistics.figures.Fraction;

/**
 * A figure as typed, with what helps to judge it.
 *
 * @param decimals to how many it is to be reported
 * @param negative whether a right figure may be below zero
 * @param unit its unit of measurement, or empty
 * @param suspicion how much else speaks against it, in natural logarithms: a screen that doubts it, a row that was often wrong
 */
public record Typed(
        Spot spot,
        Fraction number,
        int decimals,
        boolean negative,
        String unit,
        double suspicion,
        List<Earlier> earlier,
        List<OtherUnit> units,
        List<Neighbour> neighbours) {
    private static final int MOST_DECIMALS = 15;

    public Typed {
        earlier = List.copyOf(earlier);
        units = List.copyOf(units);
        neighbours = List.copyOf(neighbours);
    }

    /** The smallest step in which it is reported. */
    Fraction step() {
        return Fraction.of(BigDecimal.ONE.scaleByPowerOfTen(-decimals));
    }

    /** The smallest step in which it was typed: that of its last decimal, where it has more than asked for. */
    Fraction typedStep() {
        int scale = Math.min(MOST_DECIMALS, number.toBigDecimal().scale());
        return scale <= decimals ? step() : Fraction.of(BigDecimal.ONE.scaleByPowerOfTen(-scale));
    }

    /** Whether a number can be reported there at all. */
    boolean admits(Fraction number) {
        return (negative || number.signum() >= 0)
                && number.times(Fraction.of(BigDecimal.ONE.scaleByPowerOfTen(decimals)))
                        .isWhole();
    }
}

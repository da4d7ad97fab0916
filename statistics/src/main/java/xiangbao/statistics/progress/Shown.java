package xiangbao.statistics.progress;

import java.math.BigDecimal;
import xiangbao.statistics.figures.Fraction;

/** Rounds for print without lying: a figure that misses its threshold never prints as if it had reached it. */
final class Shown {
    private static final int MOST_DECIMALS = 34;

    private Shown() {}

    /** Rounded to the decimals, or to as many more as it takes to stand on the same side of the threshold as the exact figure. */
    static BigDecimal against(Fraction exact, int decimals, Fraction threshold) {
        int side = exact.compareTo(threshold);
        for (int more = decimals; more < MOST_DECIMALS; more++) {
            BigDecimal rounded = exact.toBigDecimal(more);
            if (Integer.signum(Fraction.of(rounded).compareTo(threshold)) == Integer.signum(side)) {
                return rounded;
            }
        }
        return exact.toBigDecimal(MOST_DECIMALS);
    }

    /** Decimals with which two figures print in the order in which they stand. */
    static int decimalsApart(Fraction one, Fraction other, int decimals) {
        int side = Integer.signum(one.compareTo(other));
        for (int more = decimals; more < MOST_DECIMALS; more++) {
            if (Integer.signum(one.toBigDecimal(more).compareTo(other.toBigDecimal(more))) == side) {
                return more;
            }
        }
        return MOST_DECIMALS;
    }
}

package xiangbao.statistics.definitions;

import java.time.Period;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * How far and how long an accepted explanation holds for later periods.
 *
 * @param margin how far a later value may lie from the one about which it was accepted, in per cent of that
 * @param months for how long; 0 remembers nothing
 */
public record ExplanationMemory(int margin, int months) {
    /** A fifth, for four quarters or twelve months. */
    public static final ExplanationMemory USUAL = new ExplanationMemory(20, 12);

    /** Whether what was accepted about a period may hold for a later one of the same frequency. */
    public boolean reaches(ReferencePeriod accepted, ReferencePeriod later) {
        return monthsBetween(accepted, later) <= months;
    }

    /** Whether a later period is told of it still: for as long again it is said that it holds no more. */
    public boolean isTold(ReferencePeriod accepted, ReferencePeriod later) {
        return monthsBetween(accepted, later) <= 2 * months;
    }

    private static long monthsBetween(ReferencePeriod earlier, ReferencePeriod later) {
        return Period.between(earlier.firstDay(), later.firstDay()).toTotalMonths();
    }
}

package xiangbao.statistics.screens;

import java.math.BigDecimal;
import java.util.List;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.tuning.Screen;

/**
 * A single figure that its past, or what its unit is like, does not expect.
 *
 * @param line key of a ledger's line; empty in a matrix
 * @param actual as reported
 * @param distance natural logarithm of how many times larger than expected it is, below zero where it is smaller; infinite where one of the two is zero
 * @param gross whether it is so far off that it should not count before it is explained
 * @param against what it was held against, what tells most first
 * @param title the doubt in a few words, in Chinese
 * @param usual what is usual, a clause in Chinese without its full stop; empty where nothing can be said
 */
public record Screened(
        Screen screen,
        String line,
        Indicator indicator,
        BigDecimal actual,
        double distance,
        boolean gross,
        List<Held> against,
        String title,
        String usual) {
    public Screened {
        against = List.copyOf(against);
    }

    /** How far off, whatever the direction: the larger leads. */
    public double weight() {
        return Math.abs(distance);
    }
}

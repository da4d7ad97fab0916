package xiangbao.statistics.lines;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a figure may plausibly be, whatever it was before. One of the bounds may be open, not both. */
public record Range(@Nullable BigDecimal least, @Nullable BigDecimal most) {
    public Range {
        if (least == null && most == null || least != null && most != null && least.compareTo(most) > 0) {
            throw new IllegalArgumentException("no range: " + least + ".." + most);
        }
    }

    boolean holds(BigDecimal figure) {
        return (least == null || figure.compareTo(least) >= 0) && (most == null || figure.compareTo(most) <= 0);
    }

    /** Natural logarithm of how many times the nearer bound a figure is, below zero where it is smaller; zero within, infinite where a sign or a zero is between. */
    double distance(BigDecimal figure) {
        if (holds(figure)) {
            return 0;
        }
        BigDecimal bound = least != null && figure.compareTo(least) < 0 ? least : most;
        boolean above = least == null || figure.compareTo(least) >= 0;
        if (bound == null || bound.signum() <= 0 || figure.signum() <= 0) {
            return above ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return Math.log(figure.doubleValue() / bound.doubleValue());
    }
}

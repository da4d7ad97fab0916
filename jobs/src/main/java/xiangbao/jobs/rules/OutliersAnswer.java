package xiangbao.jobs.rules;

import java.util.List;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.screening.DigitQuestion;
import xiangbao.statistics.screening.Outlier;

/**
 * What lies far from what the other units lead to expect, the farthest first.
 *
 * @param run in which they are
 */
public record OutliersAnswer(ReferencePeriod period, int run, List<Outlier> outliers, List<DigitQuestion> digits) {
    public OutliersAnswer {
        outliers = List.copyOf(outliers);
        digits = List.copyOf(digits);
    }

    /** 1 when there is something to look at. */
    public int exit() {
        return outliers.isEmpty() && digits.isEmpty() ? 0 : 1;
    }
}

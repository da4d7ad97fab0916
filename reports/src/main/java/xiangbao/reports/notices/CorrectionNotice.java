package xiangbao.reports.notices;

import java.util.List;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.publication.Vintage;

/**
 * 更正通知单, as it is printed.
 *
 * @param county name of the county
 * @param number such as 更正〔2026〕第1号
 * @param vintage of the revised result
 * @param forms that were corrected, with their titles
 * @param units whose submissions were let in
 * @param actor who handled it; empty where he signs by hand
 * @param day of the approval, ready to print
 * @param runBefore number of the run that was published before
 * @param runAfter number of the revised run
 * @param reported figures that the units changed
 * @param totals the county's figures that changed with them
 */
public record CorrectionNotice(
        String county,
        String number,
        ReferencePeriod period,
        Vintage vintage,
        String forms,
        String units,
        String reason,
        String approvedBy,
        String actor,
        String day,
        int runBefore,
        int runAfter,
        List<Line> reported,
        List<Line> totals) {
    public CorrectionNotice {
        reported = List.copyOf(reported);
        totals = List.copyOf(totals);
    }

    /**
     * A figure that changed.
     *
     * @param before a plain decimal, a text, or 未报
     * @param difference empty when not both are numbers
     */
    public record Line(
            String unit,
            String indicator,
            String title,
            String period,
            String measure,
            int decimals,
            String before,
            String after,
            String difference) {}
}

package xiangbao.jobs.store.seals;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/**
 * 更正通知单: the one way into a sealed period, with what it changed.
 *
 * @param year in which it was approved
 * @param number within the year, from 1
 * @param revision 第n次修订 of the period
 * @param submissions that were let in, in key order
 * @param path of the printed notice relative to the workspace; empty until it is written
 */
public record StoredNotice(
        int year,
        int number,
        ReferencePeriod period,
        int revision,
        long claim,
        long runBefore,
        long runAfter,
        String actor,
        LocalDateTime decidedAt,
        String reason,
        String approvedBy,
        String path,
        List<Admitted> submissions,
        List<Line> lines) {
    public StoredNotice {
        submissions = List.copyOf(submissions);
        lines = List.copyOf(lines);
    }

    /** @param replaced the round that counted before, or null */
    public record Admitted(long submission, @Nullable Long replaced) {}

    /** Whose figure a line is about. */
    public enum Level {
        REPORTED,
        COUNTY
    }

    /**
     * A figure that changed.
     *
     * @param line of a ledger, otherwise empty
     * @param before as it was: a plain decimal, a text, or 未报
     * @param after as it is
     * @param difference after less before; empty when not both are numbers
     */
    public record Line(
            Level level,
            UnitCode unit,
            IndicatorCode indicator,
            String line,
            String title,
            ReferencePeriod period,
            String measure,
            int decimals,
            String before,
            String after,
            String difference) {}
}

package xiangbao.console;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.TypeConversionException;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * Reads one period or a range of county periods. A range of quarters holds quarters; any other holds the months that end no quarter, and the quarters: that is
 * what a county runs.
 */
final class PeriodRange {
    private static final int MONTHS = 12;

    private PeriodRange() {}

    static List<ReferencePeriod> parse(String text) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            return List.of(period(text));
        }
        ReferencePeriod first = period(text.substring(0, dots));
        ReferencePeriod last = period(text.substring(dots + 2));
        if (last.lastDay().isBefore(first.firstDay())) {
            throw new UsageException("报告期“" + text + "”前后颠倒。");
        }
        boolean quarters = first.frequency() == Frequency.QUARTER && last.frequency() == Frequency.QUARTER;
        TreeSet<ReferencePeriod> periods = new TreeSet<>();
        for (int year = first.year(); year <= last.year(); year++) {
            for (int month = 1; month <= MONTHS; month++) {
                ReferencePeriod one = month % 3 == 0
                        ? new ReferencePeriod(year, Frequency.QUARTER, month / 3)
                        : new ReferencePeriod(year, Frequency.MONTH, month);
                boolean within = !one.lastDay().isBefore(first.firstDay())
                        && !one.lastDay().isAfter(last.lastDay())
                        && (one.frequency() == Frequency.QUARTER || !quarters);
                if (within) {
                    periods.add(one);
                }
            }
        }
        return new ArrayList<>(periods);
    }

    private static ReferencePeriod period(String text) {
        try {
            return new PeriodOption().convert(text);
        } catch (TypeConversionException mistake) {
            throw new UsageException(String.valueOf(mistake.getMessage()));
        }
    }
}

package xiangbao.readers.forms.wording;

import java.util.Optional;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * Months of a year as a text names them: 三季度 is 7 to 9, 前三季度 and 1—9月 are 1 to 9.
 *
 * @param written as it stands in the text, without blanks
 */
public record Span(int year, int from, int to, String written) {
    public boolean isWholeYear() {
        return from == 1 && to == 12;
    }

    /** The period of a form's frequency that this names: exactly, cumulated from January, or by its last month. */
    public Optional<ReferencePeriod> as(Frequency frequency) {
        int months = frequency.months();
        if (!ReferencePeriod.isYear(year) || to % months != 0) {
            return Optional.empty();
        }
        boolean exact = from == to - months + 1;
        boolean cumulative = from == 1 && !(isWholeYear() && frequency != Frequency.YEAR && !written.contains("月"));
        boolean lastMonth = from == to;
        return exact || cumulative || lastMonth
                ? Optional.of(new ReferencePeriod(year, frequency, to / months))
                : Optional.empty();
    }

    /** Whether a folder or file that names this span may hold a form about the period. */
    public boolean admits(ReferencePeriod period) {
        if (!ReferencePeriod.isYear(year)) {
            return false;
        }
        int firstMonth = period.firstDay().getMonthValue();
        int lastMonth = period.lastDay().getMonthValue();
        if (year == period.year() && (from <= firstMonth && lastMonth <= to || firstMonth <= from && to <= lastMonth)) {
            return true;
        }
        return new ReferencePeriod(year, Frequency.MONTH, to)
                .latestEnded(period.frequency())
                .equals(period);
    }
}

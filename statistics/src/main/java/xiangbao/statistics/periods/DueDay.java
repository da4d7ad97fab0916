package xiangbao.statistics.periods;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;

/** The day by which a form is due for a period, before the calendar moves it. */
public sealed interface DueDay {
    LocalDate of(ReferencePeriod period);

    /** So many days after the period's last day; before it when negative. */
    record DaysAfter(int days) implements DueDay {
        @Override
        public LocalDate of(ReferencePeriod period) {
            return period.lastDay().plusDays(days);
        }
    }

    /** A day of the period's last month (每月25日); the month's last day where it has no such day. */
    record DayOfLastMonth(int day) implements DueDay {
        @Override
        public LocalDate of(ReferencePeriod period) {
            YearMonth month = YearMonth.from(period.lastDay());
            return month.atDay(Math.min(day, month.lengthOfMonth()));
        }
    }

    /**
     * A date of the period's year or of a later one.
     *
     * @param yearsLater 0 for the period's own year, 1 for 次年
     */
    record DateOfYear(MonthDay date, int yearsLater) implements DueDay {
        @Override
        public LocalDate of(ReferencePeriod period) {
            return date.atYear(period.year() + yearsLater);
        }
    }
}

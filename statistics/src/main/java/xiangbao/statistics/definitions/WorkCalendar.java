package xiangbao.statistics.definitions;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * 节假日 and 调休: which days are worked.
 *
 * @param holidays public holidays on weekdays and weekends alike
 * @param workdays weekend days that are worked instead
 */
public record WorkCalendar(Set<LocalDate> holidays, Set<LocalDate> workdays) {
    public WorkCalendar {
        holidays = Set.copyOf(holidays);
        workdays = Set.copyOf(workdays);
    }

    public boolean isWorked(LocalDate day) {
        if (workdays.contains(day)) {
            return true;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    /** The day itself if it is worked, otherwise the next worked day. */
    public LocalDate orNextWorkday(LocalDate day) {
        LocalDate candidate = day;
        while (!isWorked(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /** The day itself if it is worked, otherwise the last worked day before it. */
    public LocalDate orPreviousWorkday(LocalDate day) {
        LocalDate candidate = day;
        while (!isWorked(candidate)) {
            candidate = candidate.minusDays(1);
        }
        return candidate;
    }
}

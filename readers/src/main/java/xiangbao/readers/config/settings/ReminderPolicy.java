package xiangbao.readers.config.settings;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import xiangbao.statistics.definitions.WorkCalendar;

/**
 * 催报规则: on which days somebody is reminded of a form by itself. Only days that are worked.
 *
 * @param before so many days before the due day; 0 is the due day itself
 * @param after how often once it has passed
 * @param atMostDays for so many days after it
 */
public record ReminderPolicy(List<Integer> before, After after, int atMostDays) {
    /** What is done when the file says nothing. */
    static final ReminderPolicy STANDARD = new ReminderPolicy(List.of(3, 1, 0), After.EVERY_WORKDAY, 30);

    static final int FARTHEST_BEFORE = 30;
    static final int LONGEST_AFTER = 366;

    /** How often somebody is reminded who is overdue. */
    public enum After {
        EVERY_WORKDAY("每个工作日"),
        EVERY_WEEK("每周"),
        NEVER("不催");

        private final String title;

        After(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public ReminderPolicy {
        before = List.copyOf(before);
    }

    /** Whether today is a day to remind of what is due on a day. What would fall on a holiday comes on the last workday before it. */
    public boolean reminds(LocalDate today, LocalDate due, WorkCalendar calendar) {
        if (!calendar.isWorked(today)) {
            return false;
        }
        if (today.isAfter(due)) {
            return ChronoUnit.DAYS.between(due, today) <= atMostDays && comesRound(today, calendar);
        }
        return before.stream()
                .anyMatch(
                        days -> calendar.orPreviousWorkday(due.minusDays(days)).equals(today));
    }

    private boolean comesRound(LocalDate today, WorkCalendar calendar) {
        return switch (after) {
            case EVERY_WORKDAY -> true;
            case EVERY_WEEK ->
                calendar.orNextWorkday(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                        .equals(today);
            case NEVER -> false;
        };
    }
}

package xiangbao.readers.config.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.definitions.WorkCalendar;

/** On which days somebody is reminded. October 2026: the 1st is a Thursday, the 2nd to the 7th are holidays too, the 10th is a Saturday that is worked. */
class ReminderPolicyTests {
    private static final WorkCalendar CALENDAR = new WorkCalendar(
            Set.of(
                    LocalDate.of(2026, 10, 1),
                    LocalDate.of(2026, 10, 2),
                    LocalDate.of(2026, 10, 5),
                    LocalDate.of(2026, 10, 6),
                    LocalDate.of(2026, 10, 7)),
            Set.of(LocalDate.of(2026, 10, 10)));
    private static final LocalDate TENTH = LocalDate.of(2026, 10, 10);

    /** The days of September to December on which a policy reminds. */
    private static List<String> days(ReminderPolicy policy, LocalDate due) {
        return LocalDate.of(2026, 9, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(day -> policy.reminds(day, due, CALENDAR))
                .map(day -> day.toString().substring(5))
                .toList();
    }

    @Test
    void remindsBeforeOnAndAfterTheDueDayOnWorkdaysOnly() {
        assertThat(days(new ReminderPolicy(List.of(3, 1, 0), ReminderPolicy.After.EVERY_WORKDAY, 5), TENTH))
                // three days before is the 7th, a holiday: the last workday before it is the 30th of September
                .containsExactly("09-30", "10-09", "10-10", "10-12", "10-13", "10-14", "10-15");
    }

    @Test
    void endsSoManyDaysAfter() {
        List<String> days = days(ReminderPolicy.STANDARD, TENTH);

        assertThat(days)
                .hasSize(3 + 21)
                .startsWith("09-30", "10-09", "10-10", "10-12")
                .endsWith("11-06", "11-09");
    }

    @Test
    void remindsOnceAWeekOnItsFirstWorkday() {
        LocalDate lastOfSeptember = LocalDate.of(2026, 9, 30);

        assertThat(days(new ReminderPolicy(List.of(), ReminderPolicy.After.EVERY_WEEK, 21), lastOfSeptember))
                // the week of the 5th begins on Thursday the 8th
                .containsExactly("10-08", "10-12", "10-19");
    }

    @Test
    void remindsOnlyBeforeWhereNothingIsToBeSaidAfter() {
        assertThat(days(new ReminderPolicy(List.of(0), ReminderPolicy.After.NEVER, 30), TENTH))
                .containsExactly("10-10");
        assertThat(days(new ReminderPolicy(List.of(), ReminderPolicy.After.NEVER, 30), TENTH))
                .isEmpty();
    }

    @Test
    void remindsOnTheLastWorkdayWhenTheDueDayItselfIsNone() {
        LocalDate sunday = LocalDate.of(2026, 10, 25);

        assertThat(days(new ReminderPolicy(List.of(1, 0), ReminderPolicy.After.EVERY_WORKDAY, 2), sunday))
                .containsExactly("10-23", "10-26", "10-27");
    }
}

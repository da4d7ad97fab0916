package xiangbao.statistics.periods;

import java.time.LocalDate;
import java.util.Map;

/**
 * 报送期限 of a form.
 *
 * @param usual the day in every period that has none of its own
 * @param exceptions days of their own, by the month, quarter or half within the year
 * @param shift what becomes of a day that is not worked
 */
public record DueRule(DueDay usual, Map<Integer, DueDay> exceptions, Shift shift) {
    /** What becomes of a day that is not worked. */
    public enum Shift {
        NEXT("顺延"),
        PREVIOUS("提前"),
        NONE("不变");

        private final String title;

        Shift(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public DueRule {
        exceptions = Map.copyOf(exceptions);
    }

    /** The rule of most forms: so many days after the period's end, or the next day that is worked. */
    public static DueRule daysAfter(int days) {
        return new DueRule(new DueDay.DaysAfter(days), Map.of(), Shift.NEXT);
    }

    /** The day in a period, before the calendar moves it. */
    public LocalDate day(ReferencePeriod period) {
        return exceptions.getOrDefault(period.ordinal(), usual).of(period);
    }
}

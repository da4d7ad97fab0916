package xiangbao.readers.config.settings;

import java.time.LocalDate;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;

/** The period that a schedule means, seen from the day on which it comes round. */
public enum RelativePeriod {
    PREVIOUS_MONTH("previous-month", Frequency.MONTH, true),
    CURRENT_MONTH("current-month", Frequency.MONTH, false),
    PREVIOUS_QUARTER("previous-quarter", Frequency.QUARTER, true),
    CURRENT_QUARTER("current-quarter", Frequency.QUARTER, false),
    PREVIOUS_HALF("previous-half", Frequency.HALF_YEAR, true),
    CURRENT_HALF("current-half", Frequency.HALF_YEAR, false),
    PREVIOUS_YEAR("previous-year", Frequency.YEAR, true),
    CURRENT_YEAR("current-year", Frequency.YEAR, false);

    private final String word;
    private final Frequency frequency;
    private final boolean previous;

    RelativePeriod(String word, Frequency frequency, boolean previous) {
        this.word = word;
        this.frequency = frequency;
        this.previous = previous;
    }

    /** As it is written in the file. */
    public String word() {
        return word;
    }

    public ReferencePeriod on(LocalDate day) {
        int ordinal = (day.getMonthValue() - 1) / frequency.months() + 1;
        ReferencePeriod current = new ReferencePeriod(day.getYear(), frequency, ordinal);
        return previous ? current.previous() : current;
    }
}

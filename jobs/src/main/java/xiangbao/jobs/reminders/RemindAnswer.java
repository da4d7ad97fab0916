package xiangbao.jobs.reminders;

import java.time.LocalDate;
import java.util.List;

/**
 * Who was reminded of what.
 *
 * @param units those who owe something, in the customary order; nobody else
 * @param summary who has not reported, form by form, ready to be pasted
 * @param files what was written for the county, relative to the folder of the order
 */
public record RemindAnswer(LocalDate day, List<UnitReminder> units, String summary, List<String> files) {
    public RemindAnswer {
        units = List.copyOf(units);
        files = List.copyOf(files);
    }

    /** Whether somebody has to pass a text on by hand because a mail that was asked for did not go. */
    public boolean needsAttention() {
        return units.stream()
                .anyMatch(one -> one.sending() == UnitReminder.Sending.FAILED
                        || one.sending() == UnitReminder.Sending.NO_ADDRESS);
    }
}

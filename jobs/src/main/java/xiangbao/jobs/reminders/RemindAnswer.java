package xiangbao.jobs.reminders;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Who was reminded of what.
 *
 * @param folder where files were written
 * @param units those who owe something, in the customary order; nobody else
 * @param summary who has not reported, form by form, ready to be pasted
 * @param files what was written for the county, relative to the folder; none when nobody owes anything, or when a part only was asked for
 */
public record RemindAnswer(LocalDate day, Path folder, List<UnitReminder> units, String summary, List<String> files) {
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

package xiangbao.jobs.reminders;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import xiangbao.jobs.operations.OperatorAction;

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

    /** How the operator log says that it ended. */
    public OperatorAction.End end() {
        long forms = units().stream().mapToInt(one -> one.items().size()).sum();
        long sent = count(UnitReminder.Sending.SENT);
        long failed = count(UnitReminder.Sending.FAILED);
        long unknown = count(UnitReminder.Sending.NO_ADDRESS);
        return new OperatorAction.End(
                needsAttention() ? 1 : 0,
                units().isEmpty()
                        ? "没有要催的"
                        : "催 " + units().size() + " 个单位 " + forms + " 张次，发出邮件 " + sent + " 封"
                                + (failed == 0 ? "" : "，失败 " + failed + " 封")
                                + (unknown == 0 ? "" : "，没有邮箱 " + unknown + " 个"),
                List.of(),
                units().isEmpty());
    }

    private long count(UnitReminder.Sending sending) {
        return units().stream().filter(one -> one.sending() == sending).count();
    }
}

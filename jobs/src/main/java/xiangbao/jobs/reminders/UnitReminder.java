package xiangbao.jobs.reminders;

import java.util.List;
import xiangbao.statistics.units.UnitCode;

/**
 * What one unit is told.
 *
 * @param items what it owes, the most urgent first
 * @param text ready to be pasted into a chat or a short message
 * @param sending what became of the mail
 * @param note what is to be said about the mail, such as why it could not be sent; empty otherwise
 * @param files what was written for it, relative to the folder of the answer
 */
public record UnitReminder(
        UnitCode unit,
        String unitName,
        List<ReminderItem> items,
        String subject,
        String text,
        Sending sending,
        String note,
        List<String> files) {
    /** What became of a mail. */
    public enum Sending {
        NOT_ASKED("未发送"),
        SENT("已发送"),
        ALREADY_SENT("今天已发送过"),
        NO_ADDRESS("没有邮箱"),
        FAILED("发送失败");

        private final String title;

        Sending(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public UnitReminder {
        items = List.copyOf(items);
        files = List.copyOf(files);
    }
}

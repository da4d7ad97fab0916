package xiangbao.jobs.reminders;

import java.time.LocalDate;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * A form that a unit owes.
 *
 * @param feedback where its return lies, relative to the workspace; empty when nothing was returned
 * @param daysLeft until the due day; negative when it has passed
 */
public record ReminderItem(
        Kind kind, FormCode form, String title, ReferencePeriod period, LocalDate due, long daysLeft, String feedback) {
    /** Why it is owed. */
    public enum Kind {
        /** Nothing has come. */
        MISSING("未报"),
        /** What came was returned, and nothing has come since. */
        RETURNED("退回未重报"),
        /** What came waits for an explanation before it counts, and nothing has been said that explains it. */
        UNEXPLAINED("待说明（暂不计入）");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}

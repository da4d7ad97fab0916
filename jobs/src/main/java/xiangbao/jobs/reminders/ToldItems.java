package xiangbao.jobs.reminders;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import xiangbao.jobs.store.operations.Reminders;
import xiangbao.jobs.store.operations.StoredReminder;

/** What the units have been told, and by which way. */
final class ToldItems {
    private final Reminders reminders;
    private final Clock clock;

    ToldItems(Reminders reminders, Clock clock) {
        this.reminders = reminders;
        this.clock = clock;
    }

    private static StoredReminder.Item stored(ReminderItem item) {
        return new StoredReminder.Item(
                item.form().text(), item.period().toString(), item.kind().name(), item.due());
    }

    /** What a unit has not been told today that way; all when it is to be told again. */
    List<ReminderItem> fresh(RemindOrder order, Debt debt, String channel) {
        if (order.again()) {
            return debt.items();
        }
        Set<StoredReminder.Item> told = reminders.told(debt.unit().code().text(), channel, LocalDate.now(clock));
        return debt.items().stream()
                .filter(item -> !told.contains(stored(item)))
                .toList();
    }

    /** A reminder of a unit, not noted yet. */
    StoredReminder reminder(RemindOrder order, Debt debt, List<ReminderItem> items, String channel, String recipients) {
        return new StoredReminder(
                debt.unit().code().text(),
                channel,
                recipients,
                UUID.randomUUID() + "@xiangbao",
                order.actor(),
                LocalDateTime.now(clock),
                items.stream().map(ToldItems::stored).toList());
    }

    /** Notes that there is a text for a unit, of what it has not been told today. */
    void noteText(RemindOrder order, Debt debt) {
        List<ReminderItem> items = fresh(order, debt, StoredReminder.FILE);
        if (!items.isEmpty()) {
            reminders.intend(reminder(order, debt, items, StoredReminder.FILE, ""), order.again());
        }
    }

    /** Notes that a mail is about to go; false when it was noted before. */
    boolean intend(StoredReminder reminder, boolean again) {
        return reminders.intend(reminder, again);
    }

    /** Notes what became of a mail. */
    void became(StoredReminder reminder, boolean sent, String note) {
        reminders.became(reminder, sent, note, LocalDateTime.now(clock));
    }

    /** Whether it is not known if a mail of the day arrived. */
    boolean isUncertain(Debt debt, LocalDate day) {
        return reminders.isUncertain(debt.unit().code().text(), day);
    }
}

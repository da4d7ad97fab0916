package xiangbao.jobs.store.operations;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What a unit was told, once.
 *
 * @param channel MAIL, or FILE for a text that was put ready to be passed on
 * @param recipients shortened: it proves who was written to, and is no list of addresses
 * @param message by which its outcome finds it
 */
public record StoredReminder(
        String unit,
        String channel,
        String recipients,
        String message,
        String actor,
        LocalDateTime at,
        List<Item> items) {
    public static final String MAIL = "MAIL";
    public static final String FILE = "FILE";

    /** What it was about. */
    public record Item(String form, String period, String kind, LocalDate due) {}

    public StoredReminder {
        items = List.copyOf(items);
    }
}

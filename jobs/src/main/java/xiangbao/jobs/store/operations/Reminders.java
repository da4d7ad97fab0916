package xiangbao.jobs.store.operations;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xiangbao.jobs.store.Rows;

/**
 * 催报: who was told what. Append-only. A mail is noted before it goes (SENDING) and again when its outcome is known; one whose outcome was never noted counts
 * as sent, because it may have been.
 */
public class Reminders {
    private static final String SENDING = "SENDING";
    private static final String FAILED = "FAILED";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    Reminders(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /** What was told to a unit on a day by a channel; not what failed. */
    public Set<StoredReminder.Item> told(String unit, String channel, LocalDate day) {
        return new HashSet<>(jdbc.sql("select i.form_code, i.report_period, i.kind, i.due_day from reminder r"
                        + " join reminder_item i on i.reminder_id = r.id"
                        + " where r.unit_code = ? and r.channel = ? and r.sent_at >= ? and r.sent_at < ?"
                        + " and not exists (select 1 from reminder f where f.unit_code = r.unit_code"
                        + " and f.message_id = r.message_id and f.outcome = '" + FAILED + "')")
                .param(unit)
                .param(channel)
                .param(day.atStartOfDay())
                .param(day.plusDays(1).atStartOfDay())
                .query((row, number) -> new StoredReminder.Item(
                        row.getString("form_code"),
                        row.getString("report_period"),
                        row.getString("kind"),
                        row.getObject("due_day", LocalDate.class)))
                .list());
    }

    /** Whether a mail to a unit was begun on a day, of which nobody knows whether it went. */
    public boolean isUncertain(String unit, LocalDate day) {
        return jdbc.sql(
                                "select count(*) from reminder r where r.unit_code = ? and r.channel = ? and r.outcome = ?"
                                        + " and r.sent_at >= ? and r.sent_at < ? and not exists (select 1 from reminder f"
                                        + " where f.unit_code = r.unit_code and f.message_id = r.message_id and f.outcome <> ?)")
                        .param(unit)
                        .param(StoredReminder.MAIL)
                        .param(SENDING)
                        .param(day.atStartOfDay())
                        .param(day.plusDays(1).atStartOfDay())
                        .param(SENDING)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Notes for good that something is about to be told, unless somebody else has told a part of it meanwhile.
     *
     * @param again whether that does not matter
     * @return whether it may be told now
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean intend(StoredReminder reminder, boolean again) {
        oneAtATime();
        if (!again) {
            Set<StoredReminder.Item> told =
                    told(reminder.unit(), reminder.channel(), reminder.at().toLocalDate());
            if (reminder.items().stream().anyMatch(told::contains)) {
                return false;
            }
        }
        boolean mail = reminder.channel().equals(StoredReminder.MAIL);
        long id = append(reminder, mail ? SENDING : "WRITTEN", "", reminder.at());
        List<Object[]> rows = new java.util.ArrayList<>();
        for (StoredReminder.Item item : reminder.items()) {
            rows.add(new Object[] {id, rows.size(), item.form(), item.period(), item.kind(), item.due()});
        }
        template.batchUpdate(
                "insert into reminder_item (reminder_id, ordinal, form_code, report_period, kind, due_day)"
                        + " values (?, ?, ?, ?, ?, ?)",
                rows);
        return true;
    }

    /** Notes what became of a mail: that it was sent, with what is to be said about it, or that it failed. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void became(StoredReminder reminder, boolean sent, String detail, LocalDateTime at) {
        append(reminder, sent ? "SENT" : FAILED, detail, at);
    }

    private long append(StoredReminder reminder, String outcome, String detail, LocalDateTime at) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into reminder (unit_code, channel, outcome, recipients, message_id, detail, actor, sent_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(reminder.unit())
                .param(reminder.channel())
                .param(outcome)
                .param(Rows.text(reminder.recipients(), 1000))
                .param(reminder.message())
                .param(Rows.text(detail))
                .param(Rows.text(reminder.actor(), 255))
                .param(at)
                .update(key, "id");
        return Rows.generated(key);
    }

    /** Of several processes one looks and notes, then the next; the row is locked for no longer than that. */
    private void oneAtATime() {
        Optional<Long> row = jdbc.sql("select epoch from desk where id = 2 for update")
                .query(Long.class)
                .optional();
        if (row.isEmpty()) {
            throw new IllegalStateException("the desk has no row");
        }
    }
}

package xiangbao.jobs.store.seals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.annotation.Transactional;
import xiangbao.jobs.store.Rows;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/** 更正通知单 with their lines. Append-only but for the note of where the printed one stands. */
public class Corrections {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    Corrections(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /** The next number of a year. */
    public int nextNumber(int year) {
        return jdbc.sql("select coalesce(max(notice_no), 0) + 1 from correction_notice where notice_year = ?")
                .param(year)
                .query(Integer.class)
                .single();
    }

    @Transactional
    public void store(StoredNotice notice) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into correction_notice (notice_year, notice_no, report_period, revision_no, claim_id, run_before,"
                                + " run_after, actor, decided_at, reason, approved_by, state, notice_path)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'DECIDED', '')")
                .param(notice.year())
                .param(notice.number())
                .param(notice.period().toString())
                .param(notice.revision())
                .param(notice.claim())
                .param(notice.runBefore())
                .param(notice.runAfter())
                .param(Rows.text(notice.actor(), 255))
                .param(notice.decidedAt())
                .param(Rows.text(notice.reason()))
                .param(Rows.text(notice.approvedBy(), 255))
                .update(key, "id");
        long id = Rows.generated(key);
        List<@Nullable Object[]> admitted = new ArrayList<>();
        for (StoredNotice.Admitted one : notice.submissions()) {
            admitted.add(new @Nullable Object[] {id, admitted.size(), one.submission(), one.replaced()});
        }
        template.batchUpdate(
                "insert into correction_submission (notice_id, ordinal, submission_id, replaced_id) values (?, ?, ?, ?)",
                admitted);
        List<@Nullable Object[]> lines = new ArrayList<>();
        for (StoredNotice.Line line : notice.lines()) {
            lines.add(new @Nullable Object[] {
                id,
                lines.size(),
                line.level().name(),
                line.unit().text(),
                line.indicator().form().text(),
                line.indicator().item(),
                Rows.text(line.line(), 255),
                Rows.text(line.title(), 1000),
                line.period().toString(),
                line.measure(),
                line.decimals(),
                Rows.text(line.before()),
                Rows.text(line.after()),
                Rows.text(line.difference(), 80)
            });
        }
        template.batchUpdate(
                "insert into correction_line (notice_id, ordinal, level_name, unit_code, form_code, item, ledger_line, title,"
                        + " report_period, measure, decimals, old_text, new_text, difference)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                lines);
    }

    /** Notices that were decided and are not printed yet. */
    public List<StoredNotice> due() {
        return select("where state = 'DECIDED' order by notice_year, notice_no", "");
    }

    public List<StoredNotice> of(ReferencePeriod period) {
        return select("where report_period = ? order by notice_year, notice_no", period.toString());
    }

    private List<StoredNotice> select(String where, String period) {
        JdbcClient.StatementSpec query = jdbc.sql("select * from correction_notice " + where);
        return (period.isEmpty() ? query : query.param(period))
                .query((row, number) -> noticeOf(row))
                .list();
    }

    @Transactional
    public void written(StoredNotice notice, String path) {
        jdbc.sql(
                        "update correction_notice set state = 'WRITTEN', notice_path = ? where notice_year = ? and notice_no = ?")
                .param(path)
                .param(notice.year())
                .param(notice.number())
                .update();
    }

    private StoredNotice noticeOf(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new StoredNotice(
                row.getInt("notice_year"),
                row.getInt("notice_no"),
                ReferencePeriod.of(row.getString("report_period")),
                row.getInt("revision_no"),
                row.getLong("claim_id"),
                row.getLong("run_before"),
                row.getLong("run_after"),
                row.getString("actor"),
                row.getObject("decided_at", LocalDateTime.class),
                row.getString("reason"),
                row.getString("approved_by"),
                row.getString("notice_path"),
                admitted(id),
                lines(id));
    }

    private List<StoredNotice.Admitted> admitted(long notice) {
        return jdbc.sql(
                        "select submission_id, replaced_id from correction_submission where notice_id = ? order by ordinal")
                .param(notice)
                .query((row, number) -> new StoredNotice.Admitted(
                        row.getLong("submission_id"), row.getObject("replaced_id", Long.class)))
                .list();
    }

    private List<StoredNotice.Line> lines(long notice) {
        return jdbc.sql("select * from correction_line where notice_id = ? order by ordinal")
                .param(notice)
                .query((row, number) -> new StoredNotice.Line(
                        StoredNotice.Level.valueOf(row.getString("level_name")),
                        new UnitCode(row.getString("unit_code")),
                        new IndicatorCode(new FormCode(row.getString("form_code")), row.getString("item")),
                        row.getString("ledger_line"),
                        row.getString("title"),
                        ReferencePeriod.of(row.getString("report_period")),
                        row.getString("measure"),
                        row.getInt("decimals"),
                        row.getString("old_text"),
                        row.getString("new_text"),
                        row.getString("difference")))
                .list();
    }
}

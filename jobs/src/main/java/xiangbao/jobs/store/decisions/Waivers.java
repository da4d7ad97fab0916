package xiangbao.jobs.store.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import xiangbao.jobs.store.Rows;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;

/** 不审: the decisions to waive a relation; append-only, the newest about a relation, unit and period holds. */
public class Waivers {
    private final JdbcClient jdbc;

    Waivers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void append(StoredWaiver one) {
        jdbc.sql("insert into waiver (claim_id, form_code, unit_code, report_period, code, waives, actor, decided_at,"
                        + " reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(one.claim())
                .param(one.key().form().text())
                .param(one.key().unit().text())
                .param(one.key().period().toString())
                .param(one.code())
                .param(one.waives())
                .param(Rows.text(one.actor(), 255))
                .param(one.at())
                .param(Rows.text(one.reason()))
                .update();
    }

    /** All that was decided about a key, the first first. */
    public List<StoredWaiver> of(SubmissionKey key) {
        return jdbc.sql("select * from waiver where form_code = ? and report_period = ? and unit_code = ? order by id")
                .param(key.form().text())
                .param(key.period().toString())
                .param(key.unit().text())
                .query((row, number) -> waiver(row))
                .list();
    }

    /** All that was decided about a form and period, the first first. */
    public List<StoredWaiver> of(FormCode form, ReferencePeriod period) {
        return jdbc.sql("select * from waiver where form_code = ? and report_period = ? order by id")
                .param(form.text())
                .param(period.toString())
                .query((row, number) -> waiver(row))
                .list();
    }

    private static StoredWaiver waiver(ResultSet row) throws SQLException {
        return new StoredWaiver(
                row.getLong("claim_id"),
                new SubmissionKey(
                        new FormCode(row.getString("form_code")),
                        new UnitCode(row.getString("unit_code")),
                        ReferencePeriod.of(row.getString("report_period"))),
                row.getString("code"),
                row.getBoolean("waives"),
                row.getString("actor"),
                row.getObject("decided_at", LocalDateTime.class),
                row.getString("reason"));
    }
}

package xiangbao.jobs.store.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import xiangbao.jobs.store.Rows;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;

/** What was decided about doubts; append-only. */
public class Decisions {
    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void append(StoredDecision one) {
        FindingName about = one.about();
        StoredDecision.Remembered remembered = one.remembered();
        jdbc.sql(
                        "insert into doubt_decision (claim_id, form_code, unit_code, report_period, code, instance, said_digest, kind,"
                                + " explanation_id, actor, accepted_at, reason, accepted_value, margin)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(one.claim())
                .param(about.key().form().text())
                .param(about.key().unit().text())
                .param(about.key().period().toString())
                .param(about.code())
                .param(about.instance())
                .param(one.said())
                .param(one.kind().name())
                .param(one.explanation())
                .param(Rows.text(one.actor(), 255))
                .param(one.at())
                .param(Rows.text(one.text()))
                .param(remembered == null ? null : remembered.value())
                .param(remembered == null ? null : remembered.margin())
                .update();
    }

    /** Those about a unit's forms of all periods, the first first. */
    public List<StoredDecision> of(UnitCode unit) {
        return jdbc.sql("select * from doubt_decision where unit_code = ? order by id")
                .param(unit.text())
                .query((row, number) -> decisionOf(unit, row))
                .list();
    }

    private static StoredDecision decisionOf(UnitCode unit, ResultSet row) throws SQLException {
        SubmissionKey key = new SubmissionKey(
                new FormCode(row.getString("form_code")), unit, ReferencePeriod.of(row.getString("report_period")));
        return new StoredDecision(
                row.getLong("claim_id"),
                new FindingName(key, row.getString("code"), row.getString("instance")),
                row.getString("said_digest"),
                StoredDecision.Kind.valueOf(row.getString("kind")),
                row.getObject("explanation_id", Long.class),
                row.getString("actor"),
                row.getObject("accepted_at", LocalDateTime.class),
                row.getString("reason"),
                remembered(row));
    }

    private static StoredDecision.@Nullable Remembered remembered(ResultSet row) throws SQLException {
        String value = row.getString("accepted_value");
        return value == null ? null : new StoredDecision.Remembered(value, row.getInt("margin"));
    }
}

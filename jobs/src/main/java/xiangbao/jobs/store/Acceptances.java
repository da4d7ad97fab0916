package xiangbao.jobs.store;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import xiangbao.statistics.model.SubmissionKey;

/** 认可: the doubts that were let pass; append-only. */
public class Acceptances {
    private final JdbcClient jdbc;

    public Acceptances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void append(StoredAcceptance one) {
        FindingName about = one.about();
        jdbc.sql("insert into acceptance (claim_id, form_code, unit_code, report_period, code, instance, said_digest,"
                        + " explanation_id, actor, accepted_at, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(one.claim())
                .param(about.key().form().text())
                .param(about.key().unit().text())
                .param(about.key().period().toString())
                .param(about.code())
                .param(about.instance())
                .param(one.said())
                .param(one.explanation())
                .param(Rows.text(one.actor(), 255))
                .param(one.at())
                .param(Rows.text(one.reason()))
                .update();
    }

    /** Those about a key, the first first. */
    public List<StoredAcceptance> of(SubmissionKey key) {
        return jdbc.sql(
                        "select * from acceptance where form_code = ? and report_period = ? and unit_code = ? order by id")
                .param(key.form().text())
                .param(key.period().toString())
                .param(key.unit().text())
                .query((row, number) -> new StoredAcceptance(
                        row.getLong("claim_id"),
                        new FindingName(key, row.getString("code"), row.getString("instance")),
                        row.getString("said_digest"),
                        row.getObject("explanation_id", Long.class),
                        row.getString("actor"),
                        row.getObject("accepted_at", LocalDateTime.class),
                        row.getString("reason")))
                .list();
    }
}

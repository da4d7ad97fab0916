package xiangbao.jobs.store.seals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import xiangbao.jobs.store.Rows;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.periods.ReferencePeriod;

/** 定案: what was sealed, revised and opened again. Append-only; the newest event of a period holds. */
public class Seals {
    private static final String EVENT =
            "select e.report_period, e.event_no, e.kind, e.revision_no, e.run_id, e.actor, e.happened_at, e.reason,"
                    + " e.approved_by, e.lacking from seal_event e ";

    private final JdbcClient jdbc;

    Seals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void append(SealEvent event) {
        jdbc.sql(
                        "insert into seal_event (report_period, event_no, kind, revision_no, run_id, actor, happened_at, reason,"
                                + " approved_by, lacking) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(event.period().toString())
                .param(event.number())
                .param(event.kind().name())
                .param(event.revision())
                .param(event.run())
                .param(Rows.text(event.actor(), 255))
                .param(event.at())
                .param(Rows.text(event.reason()))
                .param(Rows.text(event.approvedBy(), 255))
                .param(Rows.text(event.lacking()))
                .update();
    }

    /** Everything that happened to a period, the first first. */
    public List<SealEvent> of(ReferencePeriod period) {
        return jdbc.sql(EVENT + "where e.report_period = ? order by e.event_no")
                .param(period.toString())
                .query(Seals::eventOf)
                .list();
    }

    public Optional<SealEvent> newest(ReferencePeriod period) {
        List<SealEvent> all = of(period);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The seal that stands on a period; empty when it is open. */
    public Optional<SealEvent> standing(ReferencePeriod period) {
        return newest(period).filter(SealEvent::seals);
    }

    public SealedPeriods sealed() {
        return new SealedPeriods(jdbc
                .sql(
                        EVENT
                                + "where e.kind <> 'UNSEALED' and e.event_no = (select max(o.event_no) from seal_event o where o.report_period = e.report_period)")
                .query(Seals::eventOf)
                .list()
                .stream()
                .map(SealEvent::period)
                .collect(Collectors.toSet()));
    }

    /** Notes a verdict that stays although a review would now say otherwise; once per claim. */
    @Transactional
    public void withhold(WithheldVerdict one) {
        jdbc.sql("delete from withheld_verdict where claim_id = ? and submission_id = ?")
                .param(one.claim())
                .param(one.submission())
                .update();
        jdbc.sql(
                        "insert into withheld_verdict (claim_id, submission_id, outcome, would_be, codes) values (?, ?, ?, ?, ?)")
                .param(one.claim())
                .param(one.submission())
                .param(one.outcome().name())
                .param(one.wouldBe().name())
                .param(Rows.text(String.join("\n", one.codes())))
                .update();
    }

    public List<WithheldVerdict> withheldBy(long claim) {
        return jdbc.sql(
                        "select claim_id, submission_id, outcome, would_be, codes from withheld_verdict where claim_id = ?"
                                + " order by submission_id")
                .param(claim)
                .query((row, number) -> new WithheldVerdict(
                        row.getLong("claim_id"),
                        row.getLong("submission_id"),
                        Outcome.valueOf(row.getString("outcome")),
                        Outcome.valueOf(row.getString("would_be")),
                        row.getString("codes").lines().toList()))
                .list();
    }

    private static SealEvent eventOf(ResultSet row, int number) throws SQLException {
        return new SealEvent(
                ReferencePeriod.of(row.getString("report_period")),
                row.getInt("event_no"),
                SealEvent.Kind.valueOf(row.getString("kind")),
                row.getInt("revision_no"),
                row.getObject("run_id", Long.class),
                row.getString("actor"),
                row.getObject("happened_at", LocalDateTime.class),
                row.getString("reason"),
                row.getString("approved_by"),
                row.getString("lacking"));
    }
}

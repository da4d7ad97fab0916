package xiangbao.jobs.store.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import xiangbao.jobs.store.Rows;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.workbooks.Explanation;

/** 审核说明; append-only. Of several about one finding the newest holds, and one that is repeated is as old as it is. */
public class Explanations {
    private static final String SELECT =
            "select e.*, f.file_path, f.claim_id from explanation e join claimed_file f on f.id = e.file_id ";
    private static final String IN_TIME = " order by e.received_at, e.id";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    Explanations(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    @Transactional
    public void store(long file, List<Explanation> explanations, LocalDateTime received) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Explanation one : explanations) {
            rows.add(new @Nullable Object[] {
                file,
                Rows.text(one.finding()),
                Rows.text(one.code(), 128),
                Rows.text(one.place(), 500),
                Rows.text(one.text()),
                Rows.text(one.cell().sheet(), 255),
                one.cell().row(),
                one.cell().column(),
                received
            });
        }
        template.batchUpdate(
                "insert into explanation (file_id, finding_name, printed_code, printed_place, explanation_text, sheet, cell_row,"
                        + " cell_column, received_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** What a claim brought, in the order in which it was read. */
    public List<StoredExplanation> ofClaim(long claim) {
        return jdbc.sql(SELECT + "where f.claim_id = ? order by e.id")
                .param(claim)
                .query(Explanations::explanationOf)
                .list();
    }

    /** Notes about which finding it is. */
    @Transactional
    public void file(long id, FindingName about) {
        jdbc.sql(
                        "update explanation set form_code = ?, unit_code = ?, report_period = ?, code = ?, instance = ? where id = ?")
                .param(about.key().form().text())
                .param(about.key().unit().text())
                .param(about.key().period().toString())
                .param(about.code())
                .param(about.instance())
                .param(id)
                .update();
    }

    /** The one that holds about each finding of a form in a period. */
    public Map<FindingName, StoredExplanation> newest(FormCode form, ReferencePeriod period) {
        Map<FindingName, StoredExplanation> newest = new TreeMap<>();
        said(form, period).forEach((about, all) -> newest.put(about, all.get(all.size() - 1)));
        return newest;
    }

    /** All that was said about each finding of a form in a period, the first first; what is only repeated is left out. */
    public Map<FindingName, List<StoredExplanation>> said(FormCode form, ReferencePeriod period) {
        Map<FindingName, List<StoredExplanation>> said = new TreeMap<>();
        jdbc.sql(SELECT + "where e.form_code = ? and e.report_period = ?" + IN_TIME)
                .param(form.text())
                .param(period.toString())
                .query(Explanations::explanationOf)
                .list()
                .forEach(one -> {
                    FindingName about = one.about();
                    if (about != null) {
                        List<StoredExplanation> all = said.computeIfAbsent(about, any -> new ArrayList<>());
                        if (all.isEmpty() || !all.get(all.size() - 1).text().equals(one.text())) {
                            all.add(one);
                        }
                    }
                });
        return said;
    }

    public List<StoredExplanation> byId(Collection<Long> ids) {
        List<StoredExplanation> found = new ArrayList<>();
        List<Long> all = new ArrayList<>(new TreeSet<>(ids));
        for (int from = 0; from < all.size(); from += 500) {
            found.addAll(jdbc.sql(SELECT + "where e.id in (:ids) order by e.id")
                    .param("ids", all.subList(from, Math.min(all.size(), from + 500)))
                    .query(Explanations::explanationOf)
                    .list());
        }
        return found;
    }

    /** Those about which nobody can tell what they are about. */
    public List<StoredExplanation> unfiled() {
        return jdbc.sql(SELECT + "where e.form_code is null" + IN_TIME)
                .query(Explanations::explanationOf)
                .list();
    }

    /** The periods of the forms about which a claim brought explanations. */
    public Set<ReferencePeriod> periods(long claim) {
        Set<ReferencePeriod> found = new TreeSet<>();
        ofClaim(claim).forEach(one -> {
            FindingName about = one.about();
            if (about != null) {
                found.add(about.key().period());
            }
        });
        return found;
    }

    private static StoredExplanation explanationOf(ResultSet row, int number) throws SQLException {
        String form = row.getString("form_code");
        return new StoredExplanation(
                row.getLong("id"),
                row.getLong("file_id"),
                row.getLong("claim_id"),
                row.getString("file_path"),
                new Explanation(
                        row.getString("finding_name"),
                        row.getString("printed_code"),
                        row.getString("printed_place"),
                        row.getString("explanation_text"),
                        new CellReference(row.getString("sheet"), row.getInt("cell_row"), row.getInt("cell_column"))),
                row.getObject("received_at", LocalDateTime.class),
                form == null
                        ? null
                        : new FindingName(
                                new SubmissionKey(
                                        new FormCode(form),
                                        new UnitCode(row.getString("unit_code")),
                                        ReferencePeriod.of(row.getString("report_period"))),
                                row.getString("code"),
                                row.getString("instance")));
    }
}

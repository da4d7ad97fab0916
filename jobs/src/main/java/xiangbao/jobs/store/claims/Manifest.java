package xiangbao.jobs.store.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.annotation.Transactional;
import xiangbao.jobs.store.Rows;
import xiangbao.jobs.store.StoredCause;
import xiangbao.statistics.periods.ReferencePeriod;

/** Claims and the files that they took. */
public class Manifest {
    private static final String FILE =
            "select id, claim_id, file_path, byte_size, sha256, state, duplicate_of from claimed_file ";
    private static final String CLAIM =
            "select id, report_period, state, opened_at, kind, actor, reason, first_stage, form_code, unit_code, only_its_period from claim ";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    Manifest(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /** Opens a claim; a rerun takes no files, so that its manifest is complete at once. */
    @Transactional
    public long openClaim(ClaimOrder order, LocalDateTime now) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into claim (report_period, state, opened_at, kind, actor, reason, first_stage, form_code, unit_code,"
                                + " only_its_period) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(order.period().map(ReferencePeriod::toString).orElse(""))
                .param(order.isRerun() ? "LISTED" : "OPEN")
                .param(now)
                .param(order.cause().kind())
                .param(Rows.text(order.cause().actor(), 255))
                .param(Rows.text(order.cause().reason(), 2000))
                .param(order.stage())
                .param(order.form())
                .param(order.unit())
                .param(order.onlyItsPeriod())
                .update(key, "id");
        return Rows.generated(key);
    }

    /** Whether there is such a claim and it is not finished. */
    public boolean isUnfinished(long claim) {
        return jdbc.sql("select count(*) from claim where id = ? and state <> 'DONE'")
                        .param(claim)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Claims that were never finished, oldest first. */
    public List<OpenClaim> unfinished() {
        return jdbc.sql(CLAIM + "where state <> 'DONE' order by id")
                .query(Manifest::claimOf)
                .list();
    }

    /** The numbers of the claims after this one. */
    public List<Long> after(long claim) {
        return jdbc.sql("select id from claim where id > ? order by id")
                .param(claim)
                .query(Long.class)
                .list();
    }

    public OpenClaim claim(long id) {
        return jdbc.sql(CLAIM + "where id = ?")
                .param(id)
                .query(Manifest::claimOf)
                .single();
    }

    /** Completes the manifest of a claim, once; its paths and sizes become rows in one transaction. */
    @Transactional
    public void list(long claim, Map<String, Long> sizes) {
        int opened = jdbc.sql("update claim set state = 'LISTED' where id = ? and state = 'OPEN'")
                .param(claim)
                .update();
        if (opened == 0) {
            return;
        }
        List<Object[]> rows = new ArrayList<>();
        new TreeMap<>(sizes).forEach((path, size) -> rows.add(new Object[] {claim, path, size}));
        template.batchUpdate(
                "insert into claimed_file (claim_id, file_path, byte_size, state) values (?, ?, ?, 'LISTED')", rows);
    }

    @Transactional
    public void finish(long claim) {
        jdbc.sql("update claim set state = 'DONE' where id = ?").param(claim).update();
    }

    public List<ManifestRow> files(long claim) {
        return jdbc.sql(FILE + "where claim_id = ? order by file_path, id")
                .param(claim)
                .query(Manifest::fileOf)
                .list();
    }

    public ManifestRow file(long id) {
        return jdbc.sql(FILE + "where id = ?").param(id).query(Manifest::fileOf).single();
    }

    /** The next files of a claim that have not been read. */
    public List<ManifestRow> unread(long claim, int limit) {
        return jdbc.sql(FILE + "where claim_id = ? and state = 'LISTED' order by id limit " + limit)
                .param(claim)
                .query(Manifest::fileOf)
                .list();
    }

    public int count(long claim) {
        return jdbc.sql("select count(*) from claimed_file where claim_id = ?")
                .param(claim)
                .query(Integer.class)
                .single();
    }

    @Transactional
    public void read(long file, @Nullable String sha256, String format, ManifestRow.State state) {
        jdbc.sql("update claimed_file set sha256 = ?, content_format = ?, state = ? where id = ?")
                .param(sha256)
                .param(format)
                .param(state.name())
                .param(file)
                .update();
    }

    /** Unreadable files of earlier claims with these bytes under this path, newest first. */
    public List<ManifestRow> earlierUnreadable(ManifestRow file) {
        List<ManifestRow> same = jdbc.sql(
                        FILE
                                + "where sha256 = ? and claim_id < ? and state = 'UNREADABLE' and duplicate_of is null order by id desc")
                .param(file.sha256())
                .param(file.claim())
                .query(Manifest::fileOf)
                .list();
        List<ManifestRow> found = new ArrayList<>(same);
        found.removeIf(one -> !one.path().equals(file.path()));
        return found;
    }

    @Transactional
    public void repeats(long file, long earlier) {
        jdbc.sql("update claimed_file set duplicate_of = ? where id = ?")
                .param(earlier)
                .param(file)
                .update();
    }

    private static OpenClaim claimOf(ResultSet row, int number) throws SQLException {
        return new OpenClaim(
                row.getLong("id"),
                new ClaimOrder(
                        ReferencePeriod.parse(row.getString("report_period")),
                        new StoredCause(row.getString("kind"), row.getString("actor"), row.getString("reason")),
                        row.getString("first_stage"),
                        row.getString("form_code"),
                        row.getString("unit_code"),
                        row.getBoolean("only_its_period")),
                !row.getString("state").equals("OPEN"),
                row.getObject("opened_at", LocalDateTime.class));
    }

    private static ManifestRow fileOf(ResultSet row, int number) throws SQLException {
        return new ManifestRow(
                row.getLong("id"),
                row.getLong("claim_id"),
                row.getString("file_path"),
                row.getLong("byte_size"),
                row.getString("sha256"),
                ManifestRow.State.valueOf(row.getString("state")),
                row.getObject("duplicate_of", Long.class));
    }
}

package xiangbao.jobs.store.submissions;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.annotation.Transactional;
import xiangbao.jobs.store.Rows;
import xiangbao.statistics.copies.FigurePrints;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Filing;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.workbooks.ReadSubmission;

/** Submissions and their observations. */
public class Submissions {
    private static final String SELECT =
            "select s.id, s.file_id, f.file_path, f.sha256, c.opened_at, s.sheet_no, s.sheet, s.form_code, s.unit_code,"
                    + " s.report_period, s.printed_round, s.filing, s.heading_cell, s.attributed, s.content_digest, s.round_no,"
                    + " s.duplicate_of, h.held_round"
                    + " from submission s join claimed_file f on f.id = s.file_id"
                    + " join claim c on c.id = f.claim_id left join held_submission h on h.submission_id = s.id ";
    private static final String HELD = "h.held_round is not null and s.round_no is null and s.duplicate_of is null ";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Findings findings;
    private final MovedCells moved;
    private final Prints prints;

    Submissions(JdbcTemplate template, Findings findings) {
        this.jdbc = JdbcClient.create(template);
        this.moved = new MovedCells(jdbc);
        this.prints = new Prints(template);
        this.template = template;
        this.findings = findings;
    }

    /**
     * Stores a form as it was read; its round is allotted when the whole claim is read.
     *
     * @param attributed whether unit and period are not those of its heading
     */
    @Transactional
    public void store(long file, int sheetNumber, ReadSubmission read, boolean attributed, String digest) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into submission (file_id, sheet_no, sheet, form_code, unit_code, report_period, printed_round,"
                        + " filing, heading_cell, attributed, content_digest) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(file)
                .param(sheetNumber)
                .param(Rows.text(read.sheet(), 255))
                .param(read.form().text())
                .param(read.unit() == null ? null : read.unit().text())
                .param(read.period() == null ? null : read.period().toString())
                .param(read.printedRound())
                .param(read.filing().name())
                .param(read.heading() == null ? "" : Findings.cellsText(List.of(read.heading())))
                .param(attributed)
                .param(digest)
                .update(key, "id");
        long id = Rows.generated(key);
        storeObservations(id, read.observations());
        prints.store(id, FigurePrints.of(read.observations()));
        findings.store(Findings.Owner.READING, id, read.findings());
    }

    private void storeObservations(long submission, List<Observation> observations) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Observation one : observations) {
            BigDecimal number = one.number();
            CellReference cell = one.cell();
            String text = one.text();
            rows.add(new @Nullable Object[] {
                submission,
                rows.size(),
                one.indicator().form().text(),
                one.indicator().item(),
                Rows.text(one.line(), 255),
                one.subject().text(),
                one.status().name(),
                Rows.number(number),
                number == null ? null : number.toString(),
                text == null ? null : Rows.text(text),
                Rows.text(one.raw()),
                cell == null ? null : Rows.text(cell.sheet(), 255),
                cell == null ? null : cell.row(),
                cell == null ? null : cell.column()
            });
        }
        template.batchUpdate(
                "insert into observation (submission_id, ordinal, form_code, item, ledger_line, subject_unit, status, number_value,"
                        + " number_text, text_value, raw_text, sheet, cell_row, cell_column)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** Everything of a claim, by file and sheet. */
    public List<StoredSubmission> ofClaim(long claim) {
        return jdbc.sql(SELECT + "where f.claim_id = ? order by f.file_path, f.id, s.sheet_no")
                .param(claim)
                .query(Submissions::submissionOf)
                .list();
    }

    public List<StoredSubmission> ofFile(long file) {
        return jdbc.sql(SELECT + "where s.file_id = ? order by s.sheet_no")
                .param(file)
                .query(Submissions::submissionOf)
                .list();
    }

    public StoredSubmission get(long id) {
        return jdbc.sql(SELECT + "where s.id = ?")
                .param(id)
                .query(Submissions::submissionOf)
                .single();
    }

    public List<StoredSubmission> all(Collection<Long> ids) {
        List<StoredSubmission> found = new ArrayList<>();
        List<Long> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += 500) {
            found.addAll(jdbc.sql(SELECT + "where s.id in (:ids) order by s.id")
                    .param("ids", all.subList(from, Math.min(all.size(), from + 500)))
                    .query(Submissions::submissionOf)
                    .list());
        }
        return found;
    }

    /** The rounds of a key, the first one first. */
    public List<StoredSubmission> rounds(SubmissionKey key) {
        return jdbc.sql(
                        SELECT
                                + "where s.form_code = ? and s.unit_code = ? and s.report_period = ? and s.round_no > 0 order by s.round_no")
                .param(key.form().text())
                .param(key.unit().text())
                .param(key.period().toString())
                .query(Submissions::submissionOf)
                .list();
    }

    /** Every round of every unit of a form in a period. */
    public List<StoredSubmission> rounds(FormCode form, ReferencePeriod period) {
        return jdbc.sql(
                        SELECT
                                + "where s.form_code = ? and s.report_period = ? and s.round_no > 0 order by s.unit_code, s.round_no")
                .param(form.text())
                .param(period.toString())
                .query(Submissions::submissionOf)
                .list();
    }

    /** Units of which something has come that is in no round: not judged yet, or held. */
    public Set<UnitCode> unsettled(FormCode form, ReferencePeriod period) {
        Set<UnitCode> found = new LinkedHashSet<>();
        jdbc.sql(
                        "select distinct unit_code from submission where form_code = ? and report_period = ? and unit_code is not null"
                                + " and round_no is null and duplicate_of is null and attributed = false order by unit_code")
                .param(form.text())
                .param(period.toString())
                .query(String.class)
                .list()
                .forEach(code -> found.add(new UnitCode(code)));
        return found;
    }

    /** The periods about which something was submitted. */
    public Set<ReferencePeriod> periods() {
        Set<ReferencePeriod> found = new TreeSet<>();
        jdbc.sql("select distinct report_period from submission where round_no > 0")
                .query(String.class)
                .list()
                .forEach(text -> ReferencePeriod.parse(text).ifPresent(found::add));
        return found;
    }

    /** Submissions without a certain key, and in no round, that came earlier with the same bytes, newest first. */
    public List<StoredSubmission> earlierKeyless(StoredSubmission submission) {
        return jdbc.sql(
                        SELECT + "where f.sha256 = ? and s.id < ? and s.round_no = 0 and s.duplicate_of is null"
                                + " and (s.unit_code is null or s.report_period is null or s.attributed) and s.sheet_no = ? order by s.id desc")
                .param(submission.sha256())
                .param(submission.id())
                .param(submission.sheetNumber())
                .query(Submissions::submissionOf)
                .list();
    }

    @Transactional
    public void allot(long id, int round, String digest) {
        jdbc.sql("update submission set round_no = ?, content_digest = ? where id = ?")
                .param(round)
                .param(digest)
                .param(id)
                .update();
    }

    /** Keeps a submission of a sealed period out of the rounds until it is let in. */
    @Transactional
    public void hold(long id, long claim, int round, String digest, LocalDateTime now) {
        jdbc.sql("update submission set content_digest = ? where id = ?")
                .param(digest)
                .param(id)
                .update();
        jdbc.sql("insert into held_submission (submission_id, claim_id, held_round, held_at) values (?, ?, ?, ?)")
                .param(id)
                .param(claim)
                .param(round)
                .param(now)
                .update();
    }

    /** What is held of a key, in the order of its rounds to be. */
    public List<StoredSubmission> held(SubmissionKey key) {
        return jdbc.sql(SELECT + "where s.form_code = ? and s.unit_code = ? and s.report_period = ? and " + HELD
                        + "order by h.held_round")
                .param(key.form().text())
                .param(key.unit().text())
                .param(key.period().toString())
                .query(Submissions::submissionOf)
                .list();
    }

    /** Everything that is held, by key and in the order of the rounds to be. */
    public List<StoredSubmission> held() {
        return jdbc.sql(SELECT + "where " + HELD + "order by s.form_code, s.unit_code, s.report_period, h.held_round")
                .query(Submissions::submissionOf)
                .list();
    }

    /** What a claim brought and is held, without its self-audit so far. */
    public List<StoredSubmission> heldUnaudited(long claim) {
        return jdbc.sql(SELECT + "where h.claim_id = ? and h.audit_outcome is null and " + HELD + "order by s.id")
                .param(claim)
                .query(Submissions::submissionOf)
                .list();
    }

    /** Notes what the self-audit of a held submission came to; it is no verdict. */
    @Transactional
    public void audited(long id, Outcome outcome, List<Finding> said) {
        findings.store(Findings.Owner.HELD, id, said);
        jdbc.sql("update held_submission set audit_outcome = ? where submission_id = ?")
                .param(outcome.name())
                .param(id)
                .update();
    }

    /** What the self-audit of a held submission came to; empty for one that was never held or not audited. */
    public Optional<Outcome> audit(long id) {
        return jdbc.sql(
                        "select audit_outcome from held_submission where submission_id = ? and audit_outcome is not null")
                .param(id)
                .query(String.class)
                .optional()
                .map(Outcome::valueOf);
    }

    /** Notes that a submission opens no round; its figures are those of the one that it repeats. */
    @Transactional
    public void repeats(long id, long earlier) {
        moved.note(id, earlier);
        // the unique key over rounds lets null rounds pass, not zeros
        jdbc.sql("update submission set round_no = null, duplicate_of = ? where id = ?")
                .param(earlier)
                .param(id)
                .update();
        jdbc.sql("delete from observation where submission_id = ?").param(id).update();
        prints.forget(id);
        findings.forget(Findings.Owner.READING, id);
    }

    /** The files of a claim in which every form repeats another. */
    public List<Long> repetitions(long claim) {
        return jdbc.sql(
                        "select s.file_id from submission s join claimed_file f on f.id = s.file_id where f.claim_id = ?"
                                + " group by s.file_id having count(s.duplicate_of) = count(s.id) order by s.file_id")
                .param(claim)
                .query(Long.class)
                .list();
    }

    /** For one that repeats another: where the cells of that one's figures are in its own file, where they are elsewhere. */
    public Map<CellReference, CellReference> movedCells(long submission) {
        return moved.of(submission);
    }

    /** Rounds of other units in the same form and period that have figures in common with a submission. */
    public List<StoredSubmission> alike(long submission) {
        List<Long> found = prints.alike(submission);
        return found.isEmpty() ? List.of() : all(found);
    }

    /** The keys of other units that have figures in common with a round of a key of some submissions. */
    public Set<SubmissionKey> sharers(Collection<Long> submissions) {
        return prints.sharers(submissions);
    }

    public List<Observation> observations(long submission) {
        return observations(List.of(submission)).getOrDefault(submission, List.of());
    }

    public Map<Long, List<Observation>> observations(Collection<Long> submissions) {
        Map<Long, List<Observation>> found = new LinkedHashMap<>();
        List<Long> all = new ArrayList<>(submissions);
        for (int from = 0; from < all.size(); from += 500) {
            jdbc.sql("select * from observation where submission_id in (:ids) order by submission_id, ordinal")
                    .param("ids", all.subList(from, Math.min(all.size(), from + 500)))
                    .query(row -> {
                        found.computeIfAbsent(row.getLong("submission_id"), id -> new ArrayList<>())
                                .add(observationOf(row));
                    });
        }
        return found;
    }

    private static StoredSubmission submissionOf(ResultSet row, int number) throws SQLException {
        String unit = row.getString("unit_code");
        return new StoredSubmission(
                row.getLong("id"),
                row.getLong("file_id"),
                row.getString("file_path"),
                Optional.ofNullable(row.getString("sha256")).orElse(""),
                row.getObject("opened_at", LocalDateTime.class),
                row.getInt("sheet_no"),
                row.getString("sheet"),
                new FormCode(row.getString("form_code")),
                unit == null ? null : new UnitCode(unit),
                Optional.ofNullable(row.getString("report_period"))
                        .flatMap(ReferencePeriod::parse)
                        .orElse(null),
                row.getInt("printed_round"),
                Filing.valueOf(row.getString("filing")),
                Optional.ofNullable(row.getString("heading_cell")).map(Findings::cells).orElse(List.of()).stream()
                        .findFirst()
                        .orElse(null),
                row.getBoolean("attributed"),
                row.getString("content_digest"),
                row.getObject("round_no", Integer.class),
                row.getObject("duplicate_of", Long.class),
                row.getObject("held_round", Integer.class));
    }

    private static Observation observationOf(ResultSet row) throws SQLException {
        String sheet = row.getString("sheet");
        String number = row.getString("number_text");
        return new Observation(
                new IndicatorCode(new FormCode(row.getString("form_code")), row.getString("item")),
                row.getString("ledger_line"),
                new UnitCode(row.getString("subject_unit")),
                ObservationStatus.valueOf(row.getString("status")),
                number == null ? null : new BigDecimal(number),
                row.getString("text_value"),
                row.getString("raw_text"),
                sheet == null ? null : new CellReference(sheet, row.getInt("cell_row"), row.getInt("cell_column")));
    }
}

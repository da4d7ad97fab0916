package xiangbao.jobs.store.submissions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import xiangbao.jobs.store.Rows;
import xiangbao.statistics.findings.Diagnosis;
import xiangbao.statistics.findings.DoubtState;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.submissions.CellReference;

/** Findings about files, about submissions as they were read, and of reviews. */
public class Findings {
    /** What a finding belongs to. */
    public enum Owner {
        FILE,
        READING,
        REVIEW,
        /** Of the self-audit of a submission that is held; no verdict. */
        HELD
    }

    private static final Diagnosis NONE = new Diagnosis("", "", "");

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    Findings(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    @Transactional
    public void store(Owner kind, long owner, List<Finding> findings) {
        store(kind, owner, 0, findings);
    }

    /** Adds one behind those that the owner has. */
    @Transactional
    public void add(Owner kind, long owner, Finding finding) {
        int count = jdbc.sql("select count(*) from finding where owner_kind = ? and owner_id = ?")
                .param(kind.name())
                .param(owner)
                .query(Integer.class)
                .single();
        store(kind, owner, count, List.of(finding));
    }

    private void store(Owner kind, long owner, int first, List<Finding> findings) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Finding one : findings) {
            IndicatorCode indicator = one.place().indicator();
            Diagnosis cause = one.diagnosis() == null ? NONE : one.diagnosis();
            rows.add(new @Nullable Object[] {
                kind.name(),
                owner,
                first + rows.size(),
                Rows.text(one.code(), 128),
                Rows.text(one.instance(), 255),
                one.severity().name(),
                Rows.text(one.title()),
                indicator == null ? null : Rows.text(indicator.toString(), 255),
                cellsText(one.place().cells()),
                Rows.text(one.comparison().actual()),
                Rows.text(one.comparison().expected()),
                Rows.text(one.comparison().difference()),
                Rows.text(one.comparison().previous()),
                Rows.text(one.message()),
                Rows.text(one.remedy()),
                one.state().name(),
                Rows.text(cause.kind(), 40),
                Rows.text(cause.text()),
                cause.cells(),
                Rows.text(cause.leader(), 400)
            });
        }
        template.batchUpdate(
                "insert into finding (owner_kind, owner_id, ordinal, code, instance, severity, title, indicator, cells, actual,"
                        + " expected, difference, previous, message, remedy, doubt_state, cause_kind, cause,"
                        + " cause_cells, leader) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    @Transactional
    public void forget(Owner kind, long owner) {
        jdbc.sql("delete from finding where owner_kind = ? and owner_id = ?")
                .param(kind.name())
                .param(owner)
                .update();
    }

    public List<Finding> of(Owner kind, long owner) {
        return of(kind, List.of(owner)).getOrDefault(owner, List.of());
    }

    public Map<Long, List<Finding>> of(Owner kind, Collection<Long> owners) {
        Map<Long, List<Finding>> found = new LinkedHashMap<>();
        List<Long> all = new ArrayList<>(owners);
        for (int from = 0; from < all.size(); from += 500) {
            jdbc.sql("select * from finding where owner_kind = :kind and owner_id in (:ids) order by owner_id, ordinal")
                    .param("kind", kind.name())
                    .param("ids", all.subList(from, Math.min(all.size(), from + 500)))
                    .query(row -> {
                        found.computeIfAbsent(row.getLong("owner_id"), id -> new ArrayList<>())
                                .add(findingOf(row));
                    });
        }
        return found;
    }

    private static Finding findingOf(ResultSet row) throws SQLException {
        return new Finding(
                row.getString("code"),
                row.getString("instance"),
                Severity.valueOf(row.getString("severity")),
                row.getString("title"),
                new Finding.Place(
                        Optional.ofNullable(row.getString("indicator"))
                                .flatMap(IndicatorCode::parse)
                                .orElse(null),
                        cells(row.getString("cells"))),
                new Finding.Comparison(
                        row.getString("actual"),
                        row.getString("expected"),
                        row.getString("difference"),
                        row.getString("previous")),
                row.getString("message"),
                row.getString("remedy"),
                DoubtState.valueOf(row.getString("doubt_state")),
                diagnosis(row));
    }

    private static @Nullable Diagnosis diagnosis(ResultSet row) throws SQLException {
        Diagnosis found = new Diagnosis(
                text(row, "cause_kind"), text(row, "cause"), row.getInt("cause_cells"), text(row, "leader"));
        return found.equals(NONE) ? null : found;
    }

    /** Empty for findings of versions that had no such column. */
    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    /** One cell a line, row and column before the sheet, which may hold anything but a line break. */
    static String cellsText(List<CellReference> cells) {
        StringBuilder text = new StringBuilder();
        for (CellReference cell : cells) {
            String line = cell.row() + "," + cell.column() + ","
                    + cell.sheet().replace('\n', ' ').replace('\r', ' ') + "\n";
            if (text.length() + line.length() > 15_000) {
                break;
            }
            text.append(line);
        }
        return text.toString();
    }

    static List<CellReference> cells(String text) {
        return text.lines()
                .map(line -> line.split(",", 3))
                .map(parts -> new CellReference(parts[2], Integer.parseInt(parts[0]), Integer.parseInt(parts[1])))
                .toList();
    }
}

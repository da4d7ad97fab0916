package xiangbao.jobs.store.submissions;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import xiangbao.statistics.submissions.CellReference;

/** Where the figures of a form that repeats a round stand in its own file, as far as they do not stand where they stood in the file of that round. */
final class MovedCells {
    private final JdbcClient jdbc;

    MovedCells(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes them while both have their figures; equal contents have them in the same order. */
    void note(long submission, long repeated) {
        jdbc.sql(
                        "insert into moved_cell (submission_id, ordinal, from_sheet, from_row, from_column, to_sheet, to_row, to_column)"
                                + " select d.submission_id, d.ordinal, o.sheet, o.cell_row, o.cell_column, d.sheet, d.cell_row, d.cell_column"
                                + " from observation d join observation o on o.submission_id = ? and o.ordinal = d.ordinal"
                                + " where d.submission_id = ? and d.sheet is not null and o.sheet is not null"
                                + " and (d.sheet <> o.sheet or d.cell_row <> o.cell_row or d.cell_column <> o.cell_column)")
                .param(repeated)
                .param(submission)
                .update();
    }

    Map<CellReference, CellReference> of(long submission) {
        Map<CellReference, CellReference> moved = new HashMap<>();
        jdbc.sql("select * from moved_cell where submission_id = ? order by ordinal")
                .param(submission)
                .query(row -> {
                    moved.putIfAbsent(
                            new CellReference(
                                    row.getString("from_sheet"), row.getInt("from_row"), row.getInt("from_column")),
                            new CellReference(
                                    row.getString("to_sheet"), row.getInt("to_row"), row.getInt("to_column")));
                });
        return moved;
    }
}

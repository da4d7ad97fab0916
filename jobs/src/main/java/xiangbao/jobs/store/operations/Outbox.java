package xiangbao.jobs.store.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Returns that were decided and have to be written. */
public class Outbox {
    private static final String EFFECT =
            "select id, claim_id, file_id, folder, stem, return_no, result_path, state from outbox ";

    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Decides that a file is answered, once per claim.
     *
     * @param stem name of the answer, before its number
     */
    @Transactional
    public void answer(long claim, long file, String folder, String stem) {
        if (of(claim, file).isPresent()) {
            return;
        }
        int earlier = jdbc.sql("select count(*) from outbox where folder = ? and stem = ?")
                .param(folder)
                .param(stem)
                .query(Integer.class)
                .single();
        jdbc.sql("insert into outbox (claim_id, file_id, folder, stem, return_no, result_path, state)"
                        + " values (?, ?, ?, ?, ?, '', 'DECIDED')")
                .param(claim)
                .param(file)
                .param(folder)
                .param(stem)
                .param(earlier + 1)
                .update();
    }

    public Optional<Effect> of(long claim, long file) {
        return jdbc.sql(EFFECT + "where claim_id = ? and file_id = ?")
                .param(claim)
                .param(file)
                .query(Outbox::effectOf)
                .optional();
    }

    /** The newest answer to a file. */
    public Optional<Effect> newest(long file) {
        return jdbc.sql(EFFECT + "where file_id = ? order by id desc limit 1")
                .param(file)
                .query(Outbox::effectOf)
                .optional();
    }

    /** The files before this one that hold one of these submissions, or repeat it, and were answered; the newest one first. */
    public List<Long> answeredBefore(long file, Collection<Long> submissions) {
        return jdbc.sql(
                        "select distinct s.file_id from submission s join outbox o on o.file_id = s.file_id"
                                + " where (s.id in (:ids) or s.duplicate_of in (:ids)) and s.file_id < :file order by s.file_id desc")
                .param("ids", submissions)
                .param("file", file)
                .query(Long.class)
                .list();
    }

    public List<Effect> due() {
        return jdbc.sql(EFFECT + "where state = 'DECIDED' order by id")
                .query(Outbox::effectOf)
                .list();
    }

    @Transactional
    public void written(long id, String path) {
        jdbc.sql("update outbox set state = 'WRITTEN', result_path = ? where id = ?")
                .param(path)
                .param(id)
                .update();
    }

    private static Effect effectOf(ResultSet row, int number) throws SQLException {
        return new Effect(
                row.getLong("id"),
                row.getLong("claim_id"),
                row.getLong("file_id"),
                row.getString("folder"),
                row.getString("stem") + "_第" + row.getInt("return_no") + "次",
                row.getString("result_path"),
                row.getString("state").equals("WRITTEN"));
    }
}

package xiangbao.jobs.store;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which workspace the database is about. */
public class WorkspaceRecord {
    private final JdbcClient jdbc;

    WorkspaceRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static WorkspaceRecord of(DataSource source) {
        return new WorkspaceRecord(JdbcClient.create(source));
    }

    /** Forgets the workspace: what was restored belongs to the one that opens it first. */
    public void leave() {
        jdbc.sql("delete from workspace").update();
    }

    public Optional<String> identity() {
        return jdbc.sql("select identity from workspace where id = 1")
                .query(String.class)
                .optional();
    }

    /** Notes the workspace of a database that has none, and returns the one that it has then. */
    public String adopt(String identity) {
        try {
            jdbc.sql("insert into workspace (id, identity) values (1, ?)")
                    .param(identity)
                    .update();
        } catch (DuplicateKeyException faster) {
            // another process noted its own
        }
        return identity().orElseThrow();
    }
}

package xiangbao.jobs.store.claims;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.annotation.Transactional;
import xiangbao.jobs.store.Rows;

/** The processes that work on the database, and when each of them was last alive, in the database's own time. */
public class Workers {
    private final JdbcClient jdbc;

    Workers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public long start(String name) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into worker (name, started_at, beat_at) values (?, localtimestamp(6), localtimestamp(6))")
                .param(Rows.text(name, 255))
                .update(key, "id");
        return Rows.generated(key);
    }

    @Transactional
    public void beat(long worker) {
        jdbc.sql("update worker set beat_at = localtimestamp(6) where id = ?")
                .param(worker)
                .update();
    }

    @Transactional
    public void end(long worker) {
        jdbc.sql("update worker set ended_at = localtimestamp(6) where id = ? and ended_at is null")
                .param(worker)
                .update();
    }

    /** Notes that everybody else is dead: who holds the workspace alone knows it. */
    @Transactional
    public void endOthers(long worker) {
        jdbc.sql("update worker set ended_at = localtimestamp(6) where id <> ? and ended_at is null")
                .param(worker)
                .update();
    }

    /** Those who beat lately. A beat in the future is as dead as an old one: the living would have replaced it. */
    public Set<Long> alive(Duration patience) {
        Set<Long> alive = new TreeSet<>();
        List<Long> found = jdbc.sql(
                        "select id, beat_at, localtimestamp(6) as now_at from worker where ended_at is null")
                .query((row, number) -> {
                    Duration age = Duration.between(
                            row.getObject("beat_at", LocalDateTime.class),
                            row.getObject("now_at", LocalDateTime.class));
                    return age.abs().compareTo(patience) <= 0 ? row.getLong("id") : 0L;
                })
                .list();
        alive.addAll(found);
        alive.remove(0L);
        return alive;
    }
}

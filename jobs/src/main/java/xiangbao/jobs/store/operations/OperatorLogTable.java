package xiangbao.jobs.store.operations;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xiangbao.jobs.store.Rows;

/** 操作日志: what changed the state, who had it done and why. Rows are added and never touched again. */
public class OperatorLogTable {
    private final JdbcClient jdbc;

    OperatorLogTable(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
    }

    /** The log of a database that no office has open. */
    public static OperatorLogTable of(DataSource source) {
        return new OperatorLogTable(new JdbcTemplate(source));
    }

    /** Notes for good that something begins, and returns the number under which its end is noted. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public long begins(LocalDateTime at, String actor, String command, String arguments, String reason, String period) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into operator_log (logged_at, actor, command, arguments, reason, report_period, detail, runs)"
                        + " values (?, ?, ?, ?, ?, ?, '', '')")
                .param(at)
                .param(Rows.text(actor, 255))
                .param(command)
                .param(Rows.text(arguments))
                .param(Rows.text(reason))
                .param(period)
                .update(key, "id");
        return Rows.generated(key);
    }

    /** Notes how it ended, beside its beginning. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void ends(long begun, LocalDateTime at, int exit, String detail, List<String> runs) {
        jdbc.sql(
                        "insert into operator_log (begun_by, logged_at, actor, command, arguments, reason, report_period, exit_code,"
                                + " detail, runs) select id, ?, actor, command, '', '', report_period, ?, ?, ? from operator_log where id = ?")
                .param(at)
                .param(exit)
                .param(Rows.text(detail))
                .param(String.join("\n", runs))
                .param(begun)
                .update();
    }

    /** Everything that was ever noted, oldest first. */
    public List<LoggedAction> actions() {
        Map<Long, LoggedAction> actions = new LinkedHashMap<>();
        jdbc.sql(
                        "select id, begun_by, logged_at, actor, command, arguments, reason, report_period, exit_code, detail, runs"
                                + " from operator_log order by id")
                .query(row -> {
                    LocalDateTime at = row.getObject("logged_at", LocalDateTime.class);
                    Long begun = row.getObject("begun_by", Long.class);
                    if (begun == null) {
                        long id = row.getLong("id");
                        actions.put(
                                id,
                                new LoggedAction(
                                        id,
                                        at,
                                        null,
                                        row.getString("actor"),
                                        row.getString("command"),
                                        row.getString("arguments"),
                                        row.getString("reason"),
                                        row.getString("report_period"),
                                        null,
                                        "",
                                        List.of()));
                        return;
                    }
                    int exit = row.getInt("exit_code");
                    String detail = row.getString("detail");
                    List<String> runs = row.getString("runs").lines().toList();
                    actions.computeIfPresent(
                            begun,
                            (id, action) -> new LoggedAction(
                                    id,
                                    action.begun(),
                                    at,
                                    action.actor(),
                                    action.command(),
                                    action.arguments(),
                                    action.reason(),
                                    action.period(),
                                    exit,
                                    detail,
                                    runs));
                });
        return new ArrayList<>(actions.values());
    }
}

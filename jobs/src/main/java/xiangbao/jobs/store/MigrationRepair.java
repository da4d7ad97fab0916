package xiangbao.jobs.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a migration that was killed in its middle repeatable. Neither H2 nor MySQL roll tables back, so the next start would find half of them and stop for
 * ever. Before a migration runs, under Flyway's own lock, whatever it made the last time is taken away: it never came into use, because nothing starts before
 * all migrations are through.
 */
final class MigrationRepair implements Callback {
    private static final Logger LOG = LoggerFactory.getLogger(MigrationRepair.class);
    private static final Pattern TABLE = pattern("create table (?:if not exists )?(\\w+).*");
    private static final Pattern SEQUENCE = pattern("create sequence (?:if not exists )?(\\w+).*");
    private static final Pattern INDEX = pattern("create (?:unique )?index (\\w+) on (\\w+).*");
    private static final Pattern COLUMN = pattern("alter table (\\w+) add column (\\w+).*");
    private static final Pattern COLUMNS = pattern("alter table (\\w+) add column \\((.*)\\)");
    private static final Pattern CONSTRAINT = pattern("alter table (\\w+) add constraint (\\w+).*");
    private static final Pattern REPEATABLE =
            pattern("(?:insert into|update|delete from|alter table \\w+ (?:modify|alter) column) .*");

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }

    /** What a statement of a migration made. */
    sealed interface Made {
        record Table(String name) implements Made {}

        record Sequence(String name) implements Made {}

        record Index(String name, String table) implements Made {}

        record Column(String name, String table) implements Made {}

        record Constraint(String name, String table) implements Made {}
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public String getCallbackName() {
        return "repair";
    }

    @Override
    public void handle(Event event, Context context) {
        MigrationInfo migration = context.getMigrationInfo();
        String script = script(context, migration);
        if (script.isEmpty()) {
            return;
        }
        List<Made> made = new ArrayList<>(made(script));
        Collections.reverse(made);
        try {
            for (Made one : made) {
                if (undo(context.getConnection(), one)) {
                    LOG.warn("an interrupted migration {} left {} behind; taken away", migration.getScript(), one);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot clear what an interrupted migration left", failure);
        }
    }

    private static String script(Context context, MigrationInfo migration) {
        for (var location : context.getConfiguration().getLocations()) {
            String path = location.getPath() + "/" + migration.getScript();
            try (InputStream in = MigrationRepair.class.getClassLoader().getResourceAsStream(path)) {
                if (in != null) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return "";
    }

    /** In the order of the script. */
    static List<Made> made(String script) {
        List<Made> made = new ArrayList<>();
        for (String statement : statements(script)) {
            Matcher table = TABLE.matcher(statement);
            Matcher sequence = SEQUENCE.matcher(statement);
            Matcher index = INDEX.matcher(statement);
            Matcher columns = COLUMNS.matcher(statement);
            Matcher column = COLUMN.matcher(statement);
            Matcher constraint = CONSTRAINT.matcher(statement);
            if (table.matches()) {
                made.add(new Made.Table(table.group(1)));
            } else if (sequence.matches()) {
                made.add(new Made.Sequence(sequence.group(1)));
            } else if (index.matches()) {
                made.add(new Made.Index(index.group(1), index.group(2)));
            } else if (columns.matches()) {
                for (String one : parts(columns.group(2))) {
                    made.add(new Made.Column(one.substring(0, one.indexOf(' ')), columns.group(1)));
                }
            } else if (column.matches()) {
                made.add(new Made.Column(column.group(2), column.group(1)));
            } else if (constraint.matches()) {
                made.add(new Made.Constraint(constraint.group(2), constraint.group(1)));
            }
        }
        return made;
    }

    /** Statements that can neither be taken back nor simply be repeated: a migration must not have any. */
    static List<String> unrepeatable(String script) {
        List<String> all = new ArrayList<>(statements(script));
        all.removeIf(statement ->
                !made(statement).isEmpty() || REPEATABLE.matcher(statement).matches());
        return all;
    }

    /** What stands between the commas that are within no parentheses. */
    private static List<String> parts(String list) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at <= list.length(); at++) {
            char one = at == list.length() ? ',' : list.charAt(at);
            depth += one == '(' ? 1 : one == ')' ? -1 : 0;
            if (one == ',' && depth == 0) {
                parts.add(list.substring(from, at).strip());
                from = at + 1;
            }
        }
        return parts;
    }

    static List<String> statements(String script) {
        String bare = script.lines()
                .filter(line -> !line.strip().startsWith("--"))
                .reduce("", (text, line) -> text + " " + line);
        return Arrays.stream(bare.split(";"))
                .map(statement -> statement.strip().replaceAll("\\s+", " "))
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static boolean undo(Connection connection, Made made) throws SQLException {
        boolean mysql = isMySql(connection);
        if (made instanceof Made.Table table) {
            return exists(connection, table.name())
                    && run(connection, "drop table " + table.name() + (mysql ? "" : " cascade constraints"));
        }
        if (made instanceof Made.Sequence sequence) {
            // no way to ask on both
            run(connection, "drop sequence if exists " + sequence.name());
            return false;
        }
        if (made instanceof Made.Index index) {
            return hasIndex(connection, index)
                    && run(connection, "drop index " + index.name() + (mysql ? " on " + index.table() : ""));
        }
        if (made instanceof Made.Column column) {
            return hasColumn(connection, column)
                    && run(connection, "alter table " + column.table() + " drop column " + column.name());
        }
        Made.Constraint constraint = (Made.Constraint) made;
        return hasConstraint(connection, constraint)
                && run(connection, "alter table " + constraint.table() + " drop constraint " + constraint.name());
    }

    private static boolean run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return true;
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        return count(
                        connection,
                        "select count(*) from information_schema.tables where lower(table_name) = lower(?)",
                        table)
                > 0;
    }

    private static boolean hasColumn(Connection connection, Made.Column column) throws SQLException {
        return count(
                        connection,
                        "select count(*) from information_schema.columns where lower(table_name) = lower(?)"
                                + " and lower(column_name) = lower(?)",
                        column.table(),
                        column.name())
                > 0;
    }

    private static boolean hasConstraint(Connection connection, Made.Constraint constraint) throws SQLException {
        return count(
                        connection,
                        "select count(*) from information_schema.table_constraints where lower(table_name) = lower(?)"
                                + " and lower(constraint_name) = lower(?)",
                        constraint.table(),
                        constraint.name())
                > 0;
    }

    private static boolean hasIndex(Connection connection, Made.Index index) throws SQLException {
        String view = isMySql(connection) ? "statistics" : "indexes";
        return count(
                        connection,
                        "select count(*) from information_schema." + view
                                + " where lower(table_name) = lower(?) and lower(index_name) = lower(?)",
                        index.table(),
                        index.name())
                > 0;
    }

    private static boolean isMySql(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("MySQL");
    }

    private static int count(Connection connection, String select, String... names) throws SQLException {
        String own = " and table_schema = " + (isMySql(connection) ? "database()" : "current_schema");
        try (PreparedStatement statement = connection.prepareStatement(select + own)) {
            for (int index = 0; index < names.length; index++) {
                statement.setString(index + 1, names[index]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}

package xiangbao.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.flywaydb.core.Flyway;

/**
 * Schemas of the one server that the tests share, one for each workspace. To make the tables takes longer than most tests, so a schema outlives its test:
 * when the test's folder is gone, another gets it with the rows that a new one has. Safe to use from several threads.
 */
public final class MySqlSchemas {
    private static final String USER = "root";
    private static final String PATTERN = "pattern";

    private static final Map<Workplace, String> LENT = new HashMap<>();

    /** A workspace by its name in the folder of a test. */
    private record Workplace(Path folder, String name) {}

    private MySqlSchemas() {}

    /** Settings of the schema of a workspace; its tables are there, as a first start would have made them. */
    public static synchronized Map<String, String> of(Path folder, String workspace) {
        Workplace workplace = new Workplace(folder, workspace);
        try {
            String schema = LENT.get(workplace);
            if (schema == null) {
                schema = lend();
                LENT.put(workplace, schema);
            }
            return settings(schema);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Settings of a schema of the workspace's own that has no tables yet. */
    public static Map<String, String> bare(Path folder, String workspace) {
        return settings("bare" + Integer.toHexString((folder + workspace).hashCode()));
    }

    private static Map<String, String> settings(String schema) {
        return Map.of(
                "spring.datasource.url",
                url(schema),
                "spring.datasource.username",
                USER,
                "spring.datasource.password",
                "");
    }

    private static String lend() throws SQLException {
        Optional<Workplace> left = LENT.keySet().stream()
                .filter(one -> !Files.exists(one.folder()))
                .findFirst();
        if (left.isPresent()) {
            String schema = Objects.requireNonNull(LENT.remove(left.get()));
            clear(schema);
            return schema;
        }
        if (LENT.isEmpty()) {
            migrate(PATTERN);
        }
        String schema = "lent" + LENT.size();
        migrate(schema);
        return schema;
    }

    private static void migrate(String schema) {
        Flyway.configure()
                .dataSource(url(schema), USER, "")
                .locations("classpath:db/migration/common", "classpath:db/migration/mysql")
                .load()
                .migrate();
    }

    private static void clear(String schema) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(schema), USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0, information_schema_stats_expiry = 0");
            for (String table : tables(statement, "")) {
                if (statement.executeUpdate("delete from " + table) > 0) {
                    statement.executeUpdate("insert into " + table + " select * from " + PATTERN + "." + table);
                }
            }
            for (String table : tables(statement, " and auto_increment > 1")) {
                statement.executeUpdate("alter table " + table + " auto_increment = 1");
            }
        }
    }

    private static List<String> tables(Statement statement, String which) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select table_name from information_schema.tables where table_schema = schema() and table_type = 'BASE TABLE'"
                        + which)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static String url(String schema) {
        try {
            return MySqlServer.shared().url(schema);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}

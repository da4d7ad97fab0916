package xiangbao.jobs.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;

/** Fills an empty database with what a {@link Snapshot} handed over, of whatever make either database is. */
public final class StoreLoad {
    private static final int BATCH = 500;

    private final DataSource source;
    private final String vendor;

    private StoreLoad(DataSource source, String vendor) {
        this.source = source;
        this.vendor = vendor;
    }

    public static StoreLoad into(DataSource source) {
        try (Connection connection = source.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return new StoreLoad(source, product.equals("H2") ? "h2" : "mysql");
        } catch (SQLException failure) {
            throw new UncategorizedSQLException("connect", null, failure);
        }
    }

    /** Whether the database holds no table at all. */
    public boolean isEmpty() {
        try (Connection connection = source.getConnection()) {
            return StoreTable.names(connection).isEmpty();
        } catch (SQLException failure) {
            throw new UncategorizedSQLException("list tables", null, failure);
        }
    }

    /** The newest version of the tables that this program knows. */
    public String newestVersion() {
        MigrationVersion newest = MigrationVersion.EMPTY;
        for (org.flywaydb.core.api.MigrationInfo one : flyway("latest").info().all()) {
            if (one.getVersion() != null && one.getVersion().isNewerThan(newest)) {
                newest = one.getVersion();
            }
        }
        return newest.getVersion();
    }

    public boolean knows(String version) {
        return !MigrationVersion.fromVersion(version).isNewerThan(MigrationVersion.fromVersion(newestVersion()));
    }

    /** Makes the tables as they were in a version. */
    public void migrate(String version) {
        flyway(version).migrate();
    }

    /** Makes the tables as this program wants them; what they hold is taken along. */
    public void migrateOn() {
        flyway("latest").migrate();
    }

    /** Takes away every table. Only for a database that was empty when we came. */
    public void clear() {
        flyway("latest").clean();
    }

    private Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                .target(target)
                .cleanDisabled(false)
                .load();
    }

    /** Takes away the rows that came with the tables. */
    public void empty() {
        List<String> tables = new ArrayList<>(tables());
        java.util.Collections.reverse(tables);
        execute(tables.stream().map(table -> "delete from " + table).toList());
    }

    /** Notes that no process that worked on the old database works on this one. */
    public void endWorkers() {
        if (tables().contains("worker")) {
            execute(List.of("update worker set ended_at = beat_at where ended_at is null"));
        }
    }

    private void execute(List<String> statements) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.executeUpdate(one);
            }
        } catch (SQLException failure) {
            throw new UncategorizedSQLException("prepare", null, failure);
        }
    }

    /** Tables that are there, those that others refer to first. */
    public List<String> tables() {
        try (Connection connection = source.getConnection()) {
            return StoreTable.all(connection).stream().map(StoreTable::name).toList();
        } catch (SQLException failure) {
            throw new UncategorizedSQLException("list tables", null, failure);
        }
    }

    /** Stores the rows of one table in one transaction and returns how many there were. */
    public long load(String table, List<String> columns, Iterator<@Nullable String[]> rows) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                long count = insert(connection, table, columns, rows);
                continueNumbers(connection, table);
                connection.commit();
                return count;
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new UncategorizedSQLException("load " + table, null, failure);
        }
    }

    private static long insert(
            Connection connection, String table, List<String> columns, Iterator<@Nullable String[]> rows)
            throws SQLException {
        Map<String, Integer> types = new HashMap<>();
        try (ResultSet row =
                connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
            while (row.next()) {
                types.put(StoreTable.lower(row.getString("COLUMN_NAME")), row.getInt("DATA_TYPE"));
            }
        }
        List<Integer> wanted = new ArrayList<>();
        for (String column : columns) {
            Integer type = types.get(column);
            if (type == null) {
                throw new IllegalStateException("table " + table + " has no column " + column);
            }
            wanted.add(type);
        }
        String marks = String.join(", ", columns.stream().map(column -> "?").toList());
        long count = 0;
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into " + table + " (" + String.join(", ", columns) + ") values (" + marks + ")")) {
            while (rows.hasNext()) {
                @Nullable String[] values = rows.next();
                for (int index = 0; index < values.length; index++) {
                    set(statement, index + 1, wanted.get(index), values[index]);
                }
                statement.addBatch();
                if (++count % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            if (count % BATCH != 0) {
                statement.executeBatch();
            }
        }
        return count;
    }

    private static void set(PreparedStatement statement, int index, int type, @Nullable String value)
            throws SQLException {
        if (value == null) {
            statement.setNull(index, type);
            return;
        }
        switch (type) {
            case Types.BIT, Types.BOOLEAN -> statement.setBoolean(index, value.equals("true") || value.equals("1"));
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.TINYINT ->
                statement.setLong(index, value.equals("true") ? 1 : value.equals("false") ? 0 : Long.parseLong(value));
            case Types.DECIMAL, Types.NUMERIC -> statement.setBigDecimal(index, new BigDecimal(value));
            case Types.TIMESTAMP -> statement.setObject(index, LocalDateTime.parse(value));
            case Types.DATE -> statement.setObject(index, LocalDate.parse(value));
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                statement.setBytes(index, Base64.getDecoder().decode(value));
            default -> statement.setString(index, value);
        }
    }

    /** Lets the next generated number follow the largest one. MySQL does so by itself. */
    private void continueNumbers(Connection connection, String table) throws SQLException {
        if (!vendor.equals("h2")) {
            return;
        }
        List<String> generated = new ArrayList<>();
        try (ResultSet row =
                connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
            while (row.next()) {
                if ("YES".equals(row.getString("IS_AUTOINCREMENT"))) {
                    generated.add(StoreTable.lower(row.getString("COLUMN_NAME")));
                }
            }
        }
        for (String column : generated) {
            long next;
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("select coalesce(max(" + column + "), 0) + 1 from " + table)) {
                row.next();
                next = row.getLong(1);
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("alter table " + table + " alter column " + column + " restart with " + next);
            }
        }
    }
}

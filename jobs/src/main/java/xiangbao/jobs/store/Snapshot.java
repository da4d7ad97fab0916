package xiangbao.jobs.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;

/** The whole store as it was at one instant, whatever is written meanwhile. */
public final class Snapshot implements AutoCloseable {
    /** Takes the rows of a table, one after the other; all values are texts, as {@link StoreLoad} understands them. */
    public interface Rows {
        void columns(List<String> names);

        void row(@Nullable String[] values);
    }

    private final Connection connection;
    private final List<StoreTable> tables;
    private final String product;
    private final boolean streams;
    private final BitSet claims = new BitSet();
    private final List<Long> unfinished = new ArrayList<>();
    private final Map<String, Integer> runs = new HashMap<>();

    private Snapshot(Connection connection) throws SQLException {
        this.connection = connection;
        this.product = connection.getMetaData().getDatabaseProductName();
        boolean h2 = product.equals("H2");
        this.streams = !h2;
        connection.setAutoCommit(false);
        // MySQL looks at the instant of the first question; H2 does so for all tables at this level only, and locks
        // nothing
        connection.setTransactionIsolation(
                h2 ? Connection.TRANSACTION_SERIALIZABLE : Connection.TRANSACTION_REPEATABLE_READ);
        this.tables = StoreTable.all(connection);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id, state from claim order by id")) {
            while (row.next()) {
                claims.set(Math.toIntExact(row.getLong("id")));
                if (!row.getString("state").equals("DONE")) {
                    unfinished.add(row.getLong("id"));
                }
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select report_period, max(run_no) from run group by report_period")) {
            while (row.next()) {
                runs.put(row.getString(1), row.getInt(2));
            }
        }
    }

    /** Begins to look; everything is seen as it is now until the snapshot is closed. */
    public static Snapshot of(DataSource source) {
        try {
            Connection connection = source.getConnection();
            try {
                return new Snapshot(connection);
            } catch (SQLException | RuntimeException failure) {
                end(connection);
                throw failure;
            }
        } catch (SQLException failure) {
            throw new UncategorizedSQLException("snapshot", null, failure);
        }
    }

    /** Our tables, those that others refer to first; not those of Spring Batch, Quartz and Flyway, which are made anew. */
    public List<String> tables() {
        return tables.stream().map(StoreTable::name).toList();
    }

    /** What the database calls itself. */
    public String product() {
        return product;
    }

    /** The number of the newest claim; 0 without any. */
    public long lastClaim() {
        return claims.length() == 0 ? 0 : claims.length() - 1L;
    }

    public boolean hasClaim(long claim) {
        return claims.get(Math.toIntExact(claim));
    }

    /** Claims that were not finished, oldest first. */
    public List<Long> unfinishedClaims() {
        return List.copyOf(unfinished);
    }

    /** The number of a period's last run; 0 without any. */
    public int lastRun(String period) {
        return runs.getOrDefault(period, 0);
    }

    /** Hands over a table in the order of its primary key. */
    public void read(String table, Rows rows) {
        StoreTable read = tables.stream()
                .filter(one -> one.name().equals(table))
                .findFirst()
                .orElseThrow();
        try (PreparedStatement statement = connection.prepareStatement(
                "select * from " + read.name() + read.ordering(),
                ResultSet.TYPE_FORWARD_ONLY,
                ResultSet.CONCUR_READ_ONLY)) {
            // row by row: MySQL's driver would otherwise hold the whole table in memory; H2 puts it on disk by itself
            statement.setFetchSize(streams ? Integer.MIN_VALUE : 500);
            try (ResultSet row = statement.executeQuery()) {
                ResultSetMetaData columns = row.getMetaData();
                int count = columns.getColumnCount();
                List<String> names = new ArrayList<>();
                for (int column = 1; column <= count; column++) {
                    names.add(StoreTable.lower(columns.getColumnLabel(column)));
                }
                rows.columns(names);
                while (row.next()) {
                    @Nullable String[] values = new @Nullable String[count];
                    for (int column = 1; column <= count; column++) {
                        values[column - 1] = text(row, column, columns.getColumnType(column));
                    }
                    rows.row(values);
                }
            }
        } catch (SQLException failure) {
            throw new UncategorizedSQLException("snapshot of " + table, null, failure);
        }
    }

    private static @Nullable String text(ResultSet row, int column, int type) throws SQLException {
        switch (type) {
            case Types.BIT, Types.BOOLEAN -> {
                boolean value = row.getBoolean(column);
                return row.wasNull() ? null : Boolean.toString(value);
            }
            case Types.TIMESTAMP -> {
                LocalDateTime value = row.getObject(column, LocalDateTime.class);
                return value == null ? null : value.toString();
            }
            case Types.DECIMAL, Types.NUMERIC -> {
                java.math.BigDecimal value = row.getBigDecimal(column);
                return value == null ? null : value.toPlainString();
            }
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> {
                byte[] value = row.getBytes(column);
                return value == null ? null : Base64.getEncoder().encodeToString(value);
            }
            default -> {
                return row.getString(column);
            }
        }
    }

    @Override
    public void close() {
        end(connection);
    }

    private static void end(Connection connection) {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException lost) {
            // nothing was written
        }
    }
}

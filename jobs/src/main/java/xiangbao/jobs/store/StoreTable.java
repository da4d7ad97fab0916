package xiangbao.jobs.store;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One of our tables, as the database describes it. */
record StoreTable(String name, List<String> key) {
    StoreTable {
        key = List.copyOf(key);
    }

    /** Who works at this moment, and on which folder: no business of another database. */
    private static final Set<String> OF_THE_MOMENT = Set.of("desk", "workspace");

    /** Our tables, those that others refer to first; not those that Spring Batch, Quartz and Flyway make anew. */
    static List<StoreTable> all(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>(names(connection));
        names.removeIf(name -> name.startsWith("batch_") || name.startsWith("qrtz_") || name.startsWith("flyway_"));
        names.removeAll(OF_THE_MOMENT);
        List<StoreTable> tables = new ArrayList<>();
        for (String name : inOrderOfReference(connection, names)) {
            tables.add(new StoreTable(name, primaryKey(connection, name)));
        }
        return tables;
    }

    /** Every table there is. */
    static Set<String> names(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet row = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (row.next()) {
                names.add(lower(row.getString("TABLE_NAME")));
            }
        }
        return names;
    }

    private static List<String> inOrderOfReference(Connection connection, Set<String> names) throws SQLException {
        Map<String, Set<String>> waitsFor = new TreeMap<>();
        DatabaseMetaData metadata = connection.getMetaData();
        for (String name : names) {
            Set<String> others = new TreeSet<>();
            try (ResultSet row = metadata.getImportedKeys(connection.getCatalog(), connection.getSchema(), name)) {
                while (row.next()) {
                    others.add(lower(row.getString("PKTABLE_NAME")));
                }
            }
            others.remove(name);
            waitsFor.put(name, others);
        }
        List<String> ordered = new ArrayList<>();
        while (!waitsFor.isEmpty()) {
            List<String> free = waitsFor.entrySet().stream()
                    .filter(entry -> ordered.containsAll(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle: " + waitsFor.keySet());
            }
            ordered.addAll(free);
            waitsFor.keySet().removeAll(free);
        }
        return ordered;
    }

    private static List<String> primaryKey(Connection connection, String table) throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        try (ResultSet row =
                connection.getMetaData().getPrimaryKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (row.next()) {
                columns.put(row.getInt("KEY_SEQ"), lower(row.getString("COLUMN_NAME")));
            }
        }
        return new ArrayList<>(columns.values());
    }

    String ordering() {
        return key.isEmpty() ? "" : " order by " + String.join(", ", key);
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

package xiangbao.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import xiangbao.jobs.workspace.Digests;
import xiangbao.jobs.workspace.Workspace;

/** All that an office keeps, to tell whether something has changed it. */
public final class WorkspaceContents {
    private WorkspaceContents() {}

    /** Every row of every table, by table; without those by which processes keep out of each other's way. */
    public static Map<String, List<String>> rows(Office office) {
        JdbcTemplate jdbc = office.entry(JdbcTemplate.class);
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : jdbc.queryForList(
                "select table_name from information_schema.tables where table_schema = schema() and table_type like '%TABLE'",
                String.class)) {
            String name = table.toLowerCase(Locale.ROOT);
            if (!name.equals("desk") && !name.equals("worker")) {
                rows.put(
                        name,
                        jdbc.queryForList("select * from " + table).stream()
                                .map(row -> new TreeMap<>(row).toString())
                                .sorted()
                                .toList());
            }
        }
        return rows;
    }

    /** Every file with its digest, but for the database's own and the log. */
    public static Map<String, String> files(Path workspace) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(workspace)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String path = Workspace.relative(workspace, file);
                if (!path.startsWith("database/") && !path.startsWith("logs/")) {
                    found.put(path, HexFormat.of().formatHex(Digests.sha256().digest(Files.readAllBytes(file))));
                }
            }
        }
        return found;
    }
}

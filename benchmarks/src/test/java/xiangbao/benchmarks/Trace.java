package xiangbao.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** All that a finished job leaves behind, as sorted lines without numbers that a restart may use up: two traces are equal or something went wrong. */
final class Trace {
    private static final List<String> LEFT = List.of(
            "select 'open claim', id from claim where state <> 'DONE'",
            "select 'running job', job_execution_id from BATCH_JOB_EXECUTION where status not in ('COMPLETED', 'FAILED', 'STOPPED')",
            "select 'running step', step_execution_id from BATCH_STEP_EXECUTION where status not in ('COMPLETED', 'FAILED', 'STOPPED')");

    private static final List<String> STANDING = with(
            "select f.file_path, s.sheet_no, s.form_code, s.unit_code, s.report_period, s.round_no, s.content_digest,"
                    + " (select r.outcome from review r where r.id = (select max(n.id) from review n where n.submission_id = s.id))"
                    + " from submission s join claimed_file f on f.id = s.file_id where s.round_no is not null",
            "select file_path, sha256, state from claimed_file",
            "select f.unit_code, f.form_code, f.item, f.number_text, f.status, f.reported, f.expected, f.pending from figure f"
                    + " where f.run_id = (select max(id) from run where report_period = '2026-Q3')",
            "select t.code, t.actual, t.status, t.light from run_target t"
                    + " where t.run_id = (select max(id) from run where report_period = '2026-Q3')");

    private static final List<String> QUERIES = with(
            // rounds, with the newest verdict on each: nothing lost, nothing counted twice
            "select f.file_path, s.sheet_no, s.form_code, s.unit_code, s.report_period, s.round_no, s.content_digest,"
                    + " (select r.outcome from review r where r.id = (select max(n.id) from review n where n.submission_id = s.id)),"
                    + " (select count(*) from observation o where o.submission_id = s.id)"
                    + " from submission s join claimed_file f on f.id = s.file_id where s.round_no is not null",
            "select file_path, sha256, state from claimed_file where duplicate_of is null and state = 'UNREADABLE'",
            "select distinct sha256 from claimed_file",
            "select report_period, run_no, basis_digest, vintage, state from run",
            "select r.run_no, f.unit_code, f.form_code, f.item, f.number_text, f.status, f.reported, f.expected, f.pending"
                    + " from figure f join run r on r.id = f.run_id",
            "select r.run_no, t.code, t.actual, t.status, t.light from run_target t join run r on r.id = t.run_id",
            "select r.run_no, p.report_path from run_report p join run r on r.id = p.run_id",
            "select folder, stem, return_no, result_path, state from outbox");

    /** And that nothing is stuck. */
    private static List<String> with(String... queries) {
        List<String> all = new ArrayList<>(List.of(queries));
        all.addAll(LEFT);
        return all;
    }

    private Trace() {}

    static List<String> of(Victim victim) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (String question : List.of("status")) {
            lines.add(question + " "
                    + sha256(victim.answer(question, "--period", "2026-Q3")
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        Path workspace = victim.workspace();
        for (String folder : List.of("inbox", "archive", "feedback", "reports")) {
            try (Stream<Path> walk = Files.walk(workspace.resolve(folder))) {
                for (Path one : walk.sorted().toList()) {
                    String name = workspace.relativize(one).toString();
                    if (Files.isRegularFile(one)) {
                        lines.add(name + " " + sha256(Files.readAllBytes(one)));
                    } else if (one.getFileName().toString().startsWith(".") && !name.equals("inbox/.claimed")) {
                        lines.add("left behind: " + name);
                    }
                }
            }
        }
        lines.addAll(asked(victim, QUERIES));
        lines.sort(Comparator.naturalOrder());
        return lines;
    }

    /** What holds in the end, however many runs and claims it took: files, rounds, figures and targets of the newest run; and what must not be left. */
    static List<String> standing(Victim victim) throws IOException {
        List<String> lines = new ArrayList<>(asked(victim, STANDING));
        Path workspace = victim.workspace();
        for (String folder : List.of("inbox", "archive")) {
            try (Stream<Path> walk = Files.walk(workspace.resolve(folder))) {
                walk.filter(Files::isRegularFile)
                        .map(one -> workspace.relativize(one).toString())
                        .forEach(lines::add);
            }
        }
        lines.sort(Comparator.naturalOrder());
        return lines;
    }

    /** What the database answers, a line for each row. */
    static List<String> asked(Victim victim, List<String> queries) {
        List<String> lines = new ArrayList<>();
        try (Connection connection = mysqlOrH2(victim);
                Statement statement = connection.createStatement()) {
            for (String query : queries) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        StringJoiner line = new StringJoiner(" | ");
                        for (int column = 1; column <= columns; column++) {
                            line.add(rows.getString(column));
                        }
                        lines.add(line.toString());
                    }
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return lines;
    }

    /** The lines of one trace that another does not have, or does not have as often. */
    static List<String> lacking(List<String> one, List<String> other) {
        Map<String, Integer> counts = new HashMap<>();
        other.forEach(line -> counts.merge(line, 1, Integer::sum));
        List<String> lacking = new ArrayList<>();
        for (String line : one) {
            if (counts.merge(line, -1, Integer::sum) < 0) {
                lacking.add(line);
            }
        }
        return lacking;
    }

    private static Connection mysqlOrH2(Victim victim) throws SQLException {
        return victim.mysql().isPresent()
                ? DriverManager.getConnection(victim.database(), "root", "")
                : DriverManager.getConnection(victim.database());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }
}

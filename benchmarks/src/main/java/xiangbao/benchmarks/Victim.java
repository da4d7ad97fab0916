package xiangbao.benchmarks;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The real process, in a workspace and a database of its own. What it says it is doing now is read from its log. */
final class Victim {
    enum Phase {
        START,
        MIGRATION,
        RECOVERY,
        INTAKE,
        COLLECT,
        STORE,
        REVIEW,
        AGGREGATE,
        FEEDBACK,
        REPORT
    }

    /**
     * How a process ended.
     *
     * @param killedIn the phase in which it was killed, or null when it came to its own end
     * @param lengths how long each phase took, in milliseconds
     */
    record Ending(int exit, @Nullable Phase killedIn, Map<Phase, Long> lengths, List<String> messages) {
        boolean finished() {
            return killedIn == null && (exit == 0 || exit == 1);
        }
    }

    private static final String MOMENT = "2026-10-09T08:20:00Z";

    private final Path root;
    private final Path workspace;
    private final String schema;
    private final Path messages;
    private boolean laid;

    Victim(Path root, Path workspace, String schema) {
        this.root = root;
        this.workspace = workspace;
        this.schema = schema;
        this.messages = workspace.resolveSibling(schema + ".txt");
    }

    static Optional<String> mysql() {
        return Optional.ofNullable(System.getProperty("mysql")).filter(address -> !address.isBlank());
    }

    Path workspace() {
        return workspace;
    }

    /** Where its database is, for who looks at it afterwards. */
    String database() {
        return mysql().map(address -> "jdbc:mysql://" + address + "/xbkill_" + schema
                        + "?useSSL=false&allowPublicKeyRetrieval=true&createDatabaseIfNotExist=true")
                .orElse("jdbc:h2:file:" + workspace.resolve("database/xiangbao")
                        + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
    }

    /** Whether its tables have not all been laid. */
    boolean isFresh() {
        return !laid;
    }

    Ending run(Path submitted) throws IOException, InterruptedException {
        return run(submitted, null, 0);
    }

    Ending runAndKill(Path submitted, Phase phase, long delay) throws IOException, InterruptedException {
        return run(submitted, phase, delay);
    }

    String answer(String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(command));
        line.add("--json");
        Path answer = messages.resolveSibling(schema + ".json");
        start(line, answer).waitFor();
        return Files.readString(answer, StandardCharsets.UTF_8);
    }

    private Process start(List<String> command, Path answer) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(root.resolve("xiangbao").toString());
        line.addAll(command);
        line.addAll(List.of("--workspace", workspace.toString()));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.redirectError(messages.toFile());
        builder.redirectOutput(answer.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("XIANGBAO_CLOCK", MOMENT);
        environment.put("LOGGING_LEVEL_XIANGBAO", "info");
        environment.put("LOGGING_LEVEL_ORG_FLYWAYDB", "info");
        mysql().ifPresent(address -> {
            environment.put("SPRING_DATASOURCE_URL", database());
            environment.put("SPRING_DATASOURCE_USERNAME", "root");
            environment.put("SPRING_DATASOURCE_PASSWORD", "");
            environment.put("XIANGBAO_WORKER_BEAT", "500ms");
            environment.put("XIANGBAO_WORKER_PATIENCE", "1500ms");
        });
        return builder.start();
    }

    private Ending run(Path submitted, @Nullable Phase phase, long delay) throws IOException, InterruptedException {
        if (mysql().isPresent()) {
            // until whoever was killed before counts as dead
            TimeUnit.MILLISECONDS.sleep(1600);
        }
        Log log = new Log(workspace.resolve("logs").resolve("xiangbao.log"));
        Path answer = messages.resolveSibling(schema + ".json");
        Process process =
                start(List.of("run", "--submit", submitted.toString(), "--period", "2026-Q3", "--json"), answer);
        Map<Phase, Long> lengths = new EnumMap<>(Phase.class);
        Phase now = Phase.START;
        long since = System.nanoTime();
        long blow = Long.MAX_VALUE;
        Phase hit = null;
        while (process.isAlive()) {
            for (String line : log.more()) {
                Phase next = phase(line);
                if (next != null) {
                    lengths.merge(now, (System.nanoTime() - since) / 1_000_000, Long::sum);
                    since = System.nanoTime();
                    now = next;
                    laid |= next != Phase.MIGRATION;
                    if (next == phase && blow == Long.MAX_VALUE) {
                        blow = since + delay * 1_000_000;
                    }
                }
            }
            if (System.nanoTime() >= blow) {
                hit = now;
                process.destroyForcibly();
                break;
            }
            process.waitFor(2, TimeUnit.MILLISECONDS);
        }
        int exit = process.waitFor();
        lengths.merge(now, (System.nanoTime() - since) / 1_000_000, Long::sum);
        // 137 is SIGKILL; it may have come to its own end just before
        return new Ending(
                exit, exit == 137 ? hit : null, lengths, Files.readAllLines(messages, StandardCharsets.UTF_8));
    }

    /** Reads what is added to the log. */
    private static final class Log {
        private final Path file;
        private long read;
        private String half = "";

        Log(Path file) throws IOException {
            this.file = file;
            this.read = Files.exists(file) ? Files.size(file) : 0;
        }

        List<String> more() throws IOException {
            if (!Files.exists(file) || Files.size(file) <= read) {
                return List.of();
            }
            try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
                in.seek(read);
                byte[] bytes = new byte[(int) (in.length() - read)];
                in.readFully(bytes);
                read += bytes.length;
                String text = half + new String(bytes, StandardCharsets.UTF_8);
                int end = text.lastIndexOf('\n') + 1;
                half = text.substring(end);
                return text.substring(0, end).lines().toList();
            }
        }
    }

    private static @Nullable Phase phase(String line) {
        if (line.contains("Migrating schema")) {
            return Phase.MIGRATION;
        }
        String mark = "ProgressBoard\",";
        int at = line.contains(mark) ? line.indexOf("\"now ") : -1;
        return at < 0
                ? null
                : Phase.valueOf(
                        line.substring(at + 5, line.indexOf('"', at + 5)).toUpperCase(Locale.ROOT));
    }
}

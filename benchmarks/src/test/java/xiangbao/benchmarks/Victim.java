package xiangbao.benchmarks;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
     * @param struckIn the phase in which it was struck, or null when it was not
     * @param lengths how long each phase took, in milliseconds
     */
    record Ending(int exit, @Nullable Phase struckIn, Map<Phase, Long> lengths, List<String> messages) {
        private static final int FAILED = 3;
        private static final int KILLED = 137;

        boolean finished() {
            return exit == 0 || exit == 1;
        }

        /** The phase in which SIGKILL ended it; null when it came to its own end, which may have been just before. */
        @Nullable
        Phase killedIn() {
            return exit == KILLED ? struckIn : null;
        }

        /** The last lines that it wrote; the file with the rest is kept beside the workspace. */
        List<String> lastWords() {
            return messages.subList(Math.max(0, messages.size() - 3), messages.size());
        }

        /** Whether it gave up with a sentence that says this, and without a trace of its own making. */
        boolean failedSaying(String part) {
            return exit == FAILED
                    && messages.stream().anyMatch(line -> line.contains(part))
                    && messages.stream().noneMatch(line -> line.startsWith("\tat "));
        }
    }

    /** The moment at which its clock stands, unless it is told otherwise. */
    static final Instant MOMENT = Instant.parse("2026-10-09T08:20:00Z");

    /** What is done to a process while it works. */
    interface Act {
        void on(Process process) throws IOException, InterruptedException;
    }

    /** What befalls a process so many milliseconds after it has begun a phase. */
    record Blow(Phase phase, long delay, Act act) {}

    private final Path root;
    private final Path workspace;
    private final String schema;
    private final Path messages;
    private final Optional<String> mysql;
    private Instant clock = MOMENT;
    private boolean laid;

    /**
     * @param schema a name of its own
     * @param mysql the address of a server to use instead of the embedded database
     */
    Victim(Path root, Path workspace, String schema, Optional<String> mysql) {
        this.root = root;
        this.workspace = workspace;
        this.schema = schema;
        this.mysql = mysql;
        this.messages = workspace.resolveSibling(schema + ".txt");
    }

    Optional<String> mysql() {
        return mysql;
    }

    /** Sets the clock of the processes to come. */
    void clock(Instant moment) {
        clock = moment;
    }

    Path workspace() {
        return workspace;
    }

    /** Where its database is, for who looks at it afterwards. */
    String database() {
        return mysql.map(address -> "jdbc:mysql://" + address + "/xbkill_" + schema
                        + "?useSSL=false&allowPublicKeyRetrieval=true&createDatabaseIfNotExist=true")
                .orElse("jdbc:h2:file:" + workspace.resolve("database/xiangbao")
                        + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
    }

    /** Whether its tables have not all been laid. */
    boolean isFresh() {
        return !laid;
    }

    /** Lets the main job come to its end. */
    Ending run(Optional<Path> submitted) throws IOException, InterruptedException {
        return run(submitted, "", null);
    }

    Ending runAndKill(Optional<Path> submitted, Phase phase, long delay) throws IOException, InterruptedException {
        return run(submitted, "", new Blow(phase, delay, Process::destroyForcibly));
    }

    String answer(String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(command));
        line.add("--json");
        Path answer = messages.resolveSibling(schema + ".json");
        clock = MOMENT;
        start(line, answer, messages).waitFor();
        return Files.readString(answer, StandardCharsets.UTF_8);
    }

    private Process start(List<String> command, Path answer, Path said) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(root.resolve("xiangbao").toString());
        line.addAll(command);
        line.addAll(List.of("--workspace", workspace.toString()));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.redirectError(said.toFile());
        builder.redirectOutput(answer.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("XIANGBAO_CLOCK", clock.toString());
        environment.put("LOGGING_LEVEL_XIANGBAO", "info");
        environment.put("LOGGING_LEVEL_ORG_FLYWAYDB", "info");
        mysql.ifPresent(address -> {
            environment.put("SPRING_DATASOURCE_URL", database());
            environment.put("SPRING_DATASOURCE_USERNAME", "root");
            environment.put("SPRING_DATASOURCE_PASSWORD", "");
            environment.put("XIANGBAO_WORKER_BEAT", "500ms");
            environment.put("XIANGBAO_WORKER_PATIENCE", "1500ms");
        });
        return builder.start();
    }

    /**
     * Runs the main job.
     *
     * @param office tells apart what several processes of one workspace say
     * @param blow what befalls it, or null
     */
    Ending run(Optional<Path> submitted, String office, @Nullable Blow blow) throws IOException, InterruptedException {
        if (mysql.isPresent() && office.isEmpty()) {
            // until whoever was killed before counts as dead
            TimeUnit.MILLISECONDS.sleep(1600);
        }
        Log log = new Log(workspace.resolve("logs").resolve("xiangbao.log"));
        Path answer = messages.resolveSibling(schema + office + ".json");
        Path said = messages.resolveSibling(schema + office + ".txt");
        List<String> command = new ArrayList<>(List.of("run", "--period", "2026-Q3", "--json"));
        submitted.ifPresent(path -> command.addAll(List.of("--submit", path.toString())));
        Process process = start(command, answer, said);
        Map<Phase, Long> lengths = new EnumMap<>(Phase.class);
        Phase now = Phase.START;
        long since = System.nanoTime();
        long moment = Long.MAX_VALUE;
        boolean struck = false;
        Phase hit = null;
        while (process.isAlive()) {
            for (String line : log.more()) {
                Phase next = phase(line);
                if (next != null) {
                    lengths.merge(now, (System.nanoTime() - since) / 1_000_000, Long::sum);
                    since = System.nanoTime();
                    now = next;
                    laid |= next != Phase.MIGRATION;
                    if (blow != null && next == blow.phase() && moment == Long.MAX_VALUE) {
                        moment = since + blow.delay() * 1_000_000;
                    }
                }
            }
            if (blow != null && !struck && System.nanoTime() >= moment) {
                struck = true;
                hit = now;
                blow.act().on(process);
            }
            process.waitFor(2, TimeUnit.MILLISECONDS);
        }
        int exit = process.waitFor();
        lengths.merge(now, (System.nanoTime() - since) / 1_000_000, Long::sum);
        return new Ending(exit, hit, lengths, Files.readAllLines(said, StandardCharsets.UTF_8));
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

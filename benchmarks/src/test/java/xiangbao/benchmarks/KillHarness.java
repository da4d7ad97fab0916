package xiangbao.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import xiangbao.benchmarks.Victim.Ending;
import xiangbao.benchmarks.Victim.Phase;
import xiangbao.jobs.MySqlServer;

/**
 * Kills the real process with SIGKILL at random moments of every phase, starts it again until it comes to an end, and compares what stands on disk and in the
 * database with a run that nobody disturbed. Arguments: the project's folder, the number of kills, the seed; with system property {@code mysql}, the address
 * of a MySQL server to use instead of the embedded database, or {@code own} for one that it starts.
 */
public final class KillHarness {
    private static final int KILLS_PER_COMMAND = 12;

    private final Path root;
    private final Path scratch;
    private final Path corrections;
    private final Random random;
    private final Optional<String> mysql;
    private final Map<Phase, Integer> kills = new EnumMap<>(Phase.class);
    private final Map<Phase, Long> lengths = new EnumMap<>(Phase.class);
    private int restarts;
    private int differences;

    private KillHarness(Path root, Path scratch, long seed, Optional<String> mysql) {
        this.mysql = mysql;
        this.root = root;
        this.scratch = scratch;
        this.corrections = scratch.resolve("corrections");
        this.random = new Random(seed);
        for (Phase phase : Phase.values()) {
            kills.put(phase, 0);
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        int kills = Integer.parseInt(arguments[1]);
        long seed = arguments.length > 2 && !arguments[2].isBlank() ? Long.parseLong(arguments[2]) : System.nanoTime();
        Path scratch = Files.createTempDirectory("xiangbao-kills");
        Optional<String> mysql =
                Optional.ofNullable(System.getProperty("mysql")).filter(address -> !address.isBlank());
        if (mysql.filter("own"::equals).isPresent()) {
            mysql = Optional.of(MySqlServer.shared().address());
        }
        System.out.println("seed " + seed + ", database " + (mysql.isEmpty() ? "h2" : "mysql"));
        KillHarness harness = new KillHarness(root, scratch, seed, mysql);
        try {
            harness.play(kills);
        } finally {
            harness.print();
            if (harness.differences == 0) {
                Trace.delete(scratch);
            } else {
                System.out.println("kept for a look: " + scratch);
            }
        }
        System.exit(harness.differences == 0 ? 0 : 1);
    }

    private void play(int wanted) throws IOException, InterruptedException {
        correct();
        Victim undisturbed = new Victim(root, scratch.resolve("undisturbed"), "undisturbed", mysql);
        for (Path submitted : submissions()) {
            Ending ending = undisturbed.run(Optional.of(submitted));
            if (!ending.finished()) {
                throw new IllegalStateException(
                        "undisturbed, it ends with " + ending.exit() + ": " + ending.lastWords());
            }
            ending.lengths().forEach((phase, length) -> lengths.merge(phase, length, Math::min));
        }
        List<String> expected = Trace.of(undisturbed);
        System.out.println("undisturbed: " + expected.size() + " lines to compare, phases in ms " + lengths);
        for (int episode = 1; total() < wanted; episode++) {
            Victim victim = new Victim(root, scratch.resolve("episode" + episode), "episode" + episode, mysql);
            for (Path submitted : submissions()) {
                torment(victim, submitted, wanted);
            }
            compare(episode, expected, Trace.of(victim));
            Trace.delete(victim.workspace());
        }
    }

    private List<Path> submissions() {
        return List.of(root.resolve("sample-inputs"), corrections);
    }

    private void torment(Victim victim, Path submitted, int wanted) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < KILLS_PER_COMMAND && total() < wanted; attempt++) {
            Phase phase = next(victim.isFresh());
            long delay = (long) (random.nextDouble() * 0.8 * lengths.getOrDefault(phase, 500L));
            Ending ending = victim.runAndKill(Optional.of(submitted), phase, delay);
            Phase hit = ending.killedIn();
            if (hit == null) {
                if (!ending.finished()) {
                    differences++;
                    System.out.println("DIFFERENCE: ended with " + ending.exit() + ": " + ending.lastWords());
                }
                // it was through before the blow fell
                return;
            }
            kills.merge(hit, 1, Integer::sum);
            restarts++;
        }
        Ending ending = victim.run(Optional.of(submitted));
        if (!ending.finished()) {
            differences++;
            System.out.println("DIFFERENCE: does not recover, ends with " + ending.exit() + ": " + ending.lastWords());
        }
    }

    /** The phase that has had the fewest; tables are laid in a fresh database only. */
    private Phase next(boolean fresh) {
        Phase least = fresh ? Phase.MIGRATION : Phase.INTAKE;
        for (Phase phase : Phase.values()) {
            // others are met on the way
            boolean possible = phase != Phase.START && phase != Phase.RECOVERY && (fresh || phase != Phase.MIGRATION);
            if (possible && kills.getOrDefault(phase, 0) < kills.getOrDefault(least, 0)) {
                least = phase;
            }
        }
        return least;
    }

    private int total() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void compare(int episode, List<String> expected, List<String> found) {
        List<String> missing = Trace.lacking(expected, found);
        List<String> more = Trace.lacking(found, expected);
        differences += missing.size() + more.size();
        missing.forEach(line -> System.out.println("DIFFERENCE, missing: " + line));
        more.forEach(line -> System.out.println("DIFFERENCE, too much: " + line));
        System.out.println("episode " + episode + ": " + total() + " kills so far, "
                + (missing.isEmpty() && more.isEmpty() ? "no difference" : "DIFFERENT"));
    }

    private void print() {
        System.out.println();
        System.out.println("| phase | kills |");
        System.out.println("|---|---|");
        kills.forEach((phase, count) ->
                System.out.println("| " + phase.name().toLowerCase(Locale.ROOT) + " | " + count + " |"));
        System.out.println("| together | " + total() + " |");
        System.out.println("restarts " + restarts + ", differences found " + differences);
    }

    /** Some of the samples with one figure changed, as clerks would send them again. */
    private void correct() throws IOException {
        Path samples = root.resolve("sample-inputs");
        Map<String, Path> chosen = new TreeMap<>();
        try (Stream<Path> all = Files.walk(samples)) {
            for (Path one : all.filter(path -> path.toString().endsWith(".xlsx"))
                    .sorted()
                    .toList()) {
                Path unit = samples.relativize(one).getName(0);
                if (!one.getFileName().toString().startsWith("~")) {
                    chosen.putIfAbsent(unit.toString(), one);
                }
            }
        }
        for (Path one : chosen.values()) {
            Path copy = corrections.resolve(samples.relativize(one).toString());
            try (InputStream in = Files.newInputStream(one);
                    Workbook workbook = WorkbookFactory.create(in)) {
                if (change(workbook)) {
                    Files.createDirectories(copy.resolveSibling("."));
                    try (OutputStream out = Files.newOutputStream(copy)) {
                        workbook.write(out);
                    }
                }
            } catch (IOException | RuntimeException unreadable) {
                // among the samples are some that nobody can open
            }
        }
    }

    private static boolean change(Workbook workbook) {
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.NUMERIC && cell.getNumericCellValue() > 1000) {
                        cell.setCellValue(cell.getNumericCellValue() + 1);
                        return true;
                    }
                }
            }
        }
        return false;
    }
}

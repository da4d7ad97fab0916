package xiangbao.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import xiangbao.jobs.Office;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.pipeline.MainJob;
import xiangbao.jobs.pipeline.RunAnswer;
import xiangbao.jobs.pipeline.RunOrder;
import xiangbao.jobs.worker.RunListener;
import xiangbao.jobs.workspace.OfficeSettings;
import xiangbao.readers.config.DefinitionsReader;
import xiangbao.readers.forms.WorkbookReader;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * The whole main job over the samples (claim, archive, read, review, store, aggregate, returns, reports, on the embedded database), beside reading the same
 * files alone, in one process: workbooks per second and the share of the job that is not reading. Argument: the project's folder.
 */
public final class IntakeBenchmark {
    private static final int ROUNDS = 3;

    private IntakeBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        Path samples = root.resolve("sample-inputs");
        Definitions definitions = DefinitionsReader.read(root.resolve("config")).definitions();
        if (definitions == null) {
            throw new IllegalStateException("the configuration has mistakes");
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(samples)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        for (int round = 0; round <= ROUNDS; round++) {
            long started = System.nanoTime();
            WorkbookReader reader = new WorkbookReader(definitions);
            for (Path file : files) {
                reader.read(file, samples.relativize(file).toString().replace('\\', '/'));
            }
            double reading = (System.nanoTime() - started) / 1e9;
            Path workspace = Files.createTempDirectory("xiangbao-intake");
            try {
                started = System.nanoTime();
                int handled = wholeJob(root, samples, workspace);
                double whole = (System.nanoTime() - started) / 1e9;
                if (round > 0) {
                    System.out.printf(
                            Locale.ROOT,
                            "round %d: %d workbooks; reading alone %.2f s (%.0f/s); whole job %.2f s (%.0f/s); ratio %.1f%n",
                            round,
                            handled,
                            reading,
                            handled / reading,
                            whole,
                            handled / whole,
                            whole / reading);
                }
            } finally {
                delete(workspace);
            }
        }
    }

    private static int wholeJob(Path root, Path samples, Path workspace) {
        OfficeSettings settings = new OfficeSettings(
                workspace,
                root.resolve("config"),
                root.resolve("templates"),
                Clock.system(java.time.ZoneId.of("Asia/Shanghai")),
                "benchmark",
                Duration.ofSeconds(5),
                Map.of());
        try (Office office = Office.open(settings)) {
            RunAnswer answer = office.entry(MainJob.class)
                    .run(new RunOrder(
                            List.of(samples),
                            Optional.of(ReferencePeriod.of("2026-Q3")),
                            Cause.command("benchmark"),
                            RunListener.SILENT));
            return answer.files().size();
        }
    }

    private static void delete(Path folder) throws IOException {
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

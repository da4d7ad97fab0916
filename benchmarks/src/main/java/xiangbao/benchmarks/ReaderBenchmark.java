package xiangbao.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the same workbooks with each contestant, round by round in turn, and prints medians of thread CPU time and their ratios. All figures
 * that are compared come from one run.
 */
public final class ReaderBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 5;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private ReaderBenchmark() {}

    /** Arguments: the number of small workbooks, the lines of a large one; or {@code memory CONTESTANT FILE…} in a JVM of its own. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 2 && arguments[0].equals("memory")) {
            for (String file : Arrays.asList(arguments).subList(2, arguments.length)) {
                Contestant.valueOf(arguments[1]).cells(Path.of(file));
            }
            OUT.println(peakOfThisProcess());
            return;
        }
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        int lines = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200_000;
        Path folder = Files.createTempDirectory("xiangbao-benchmark");
        try {
            OUT.printf(Locale.ROOT, "making %,d small workbooks and 3 of %,d lines%n", count, lines);
            List<Path> small = Corpus.small(folder, count);
            List<Path> large = new ArrayList<>();
            for (Corpus.Texts texts : Corpus.Texts.values()) {
                large.add(Corpus.large(folder, texts, lines));
            }
            OUT.printf("%nsmall workbooks, CPU ms each%n");
            int slice = Math.max(1, count / ROUNDS);
            measure(small, slice, List.of(Contestant.values()));
            for (Path file : large) {
                OUT.printf("%n%s, CPU ms%n", file.getFileName());
                measure(
                        Collections.nCopies(ROUNDS, file),
                        1,
                        List.of(Contestant.SCAN, Contestant.OURS, Contestant.POI_EVENTS));
            }
            OUT.printf("%npeak resident memory of a process with -Xmx512m, MB%n");
            for (Contestant contestant : List.of(Contestant.SCAN, Contestant.OURS, Contestant.POI_EVENTS)) {
                for (Path file : large) {
                    OUT.printf(
                            "%-16s %-20s %s%n", contestant, file.getFileName(), peak(contestant, 512, List.of(file)));
                }
            }
            OUT.printf("%nthe same with -Xmx64m: it must not grow with the number of files%n");
            for (int files : new int[] {count / 10, count}) {
                OUT.printf(
                        "%-16s %,6d small          %s%n",
                        Contestant.OURS, files, peak(Contestant.OURS, 64, small.subList(0, files)));
            }
        } finally {
            delete(folder);
        }
    }

    private static void measure(List<Path> files, int slice, List<Contestant> contestants) throws Exception {
        Map<Contestant, double[]> times = new EnumMap<>(Contestant.class);
        Map<Contestant, Long> cells = new EnumMap<>(Contestant.class);
        for (Contestant contestant : contestants) {
            times.put(contestant, new double[ROUNDS]);
            read(contestant, files.subList(0, slice)); // warm-up
            cells.put(contestant, read(contestant, files.subList(0, slice)));
        }
        if (cells.values().stream().distinct().count() != 1) {
            throw new IllegalStateException("the contestants disagree about the cells: " + cells);
        }
        for (int round = 0; round < ROUNDS; round++) {
            List<Path> part = files.subList(round * slice, (round + 1) * slice);
            for (Contestant contestant : contestants) {
                long start = THREADS.getCurrentThreadCpuTime();
                read(contestant, part);
                times.getOrDefault(contestant, new double[ROUNDS])[round] =
                        (THREADS.getCurrentThreadCpuTime() - start) / 1e6 / slice;
            }
        }
        double scan = median(times.getOrDefault(Contestant.SCAN, new double[ROUNDS]));
        times.forEach((contestant, rounds) -> OUT.printf(
                Locale.ROOT, "%-16s %9.3f   %5.2f x the scan%n", contestant, median(rounds), median(rounds) / scan));
    }

    private static long read(Contestant contestant, List<Path> files) throws Exception {
        long cells = 0;
        for (Path file : files) {
            cells += contestant.cells(file);
        }
        return cells;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String peak(Contestant contestant, int megabytes, List<Path> files)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                ReaderBenchmark.class.getName(),
                "memory",
                contestant.name()));
        files.forEach(file -> command.add(file.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? answer : "failed";
    }

    /** In MB; known on Linux only. */
    private static String peakOfThisProcess() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .map(line -> String.valueOf(Long.parseLong(line.replaceAll("\\D", "")) / 1024))
                    .findFirst()
                    .orElse("unknown");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

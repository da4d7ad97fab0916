package xiangbao.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import xiangbao.benchmarks.Victim.Blow;
import xiangbao.benchmarks.Victim.Ending;
import xiangbao.benchmarks.Victim.Phase;
import xiangbao.jobs.MySqlServer;

/**
 * Takes away from the real process what it lives on, gives it back, and compares what stands in the end with a run that nobody disturbed: the disk runs full, a
 * folder may not be written, the clock jumps while it is killed, the database ends and comes back, and two processes share an inbox and a database while one
 * of them is killed. What goes wrong must be said in a sentence. Arguments: the project's folder, how often each is tried, the seed.
 */
public final class AdversityHarness {
    private static final List<Phase> WITH_A_CLAIM =
            List.of(Phase.COLLECT, Phase.STORE, Phase.REVIEW, Phase.AGGREGATE, Phase.FEEDBACK, Phase.REPORT);
    private static final List<Duration> JUMPS =
            List.of(Duration.ofDays(-3), Duration.ofDays(40), Duration.ofDays(-370), Duration.ofMinutes(-90));
    private static final List<String> FOLDERS = List.of("feedback", "reports", "archive", "database", "inbox/.claimed");
    private static final long AMPLE = 1L << 20;

    /** What became of the tries of one kind. */
    private static final class Tally {
        private int tries;
        private int struck;
        private int differences;
        private final List<String> endings = new ArrayList<>();
    }

    private final Path root;
    private final Path samples;
    private final Path scratch;
    private final Random random;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final Map<Phase, Long> lengths = new EnumMap<>(Phase.class);
    private int number;

    private AdversityHarness(Path root, Path scratch, long seed) {
        this.root = root;
        this.samples = root.resolve("sample-inputs");
        this.scratch = scratch;
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        int rounds = Integer.parseInt(arguments[1]);
        long seed = arguments.length > 2 && !arguments[2].isBlank() ? Long.parseLong(arguments[2]) : System.nanoTime();
        Path scratch = Files.createTempDirectory("xiangbao-adversity");
        System.out.println("seed " + seed);
        AdversityHarness harness = new AdversityHarness(root, scratch, seed);
        try {
            harness.play(rounds);
        } finally {
            harness.print();
        }
        boolean same = harness.tallies.values().stream().allMatch(tally -> tally.differences == 0);
        if (same) {
            Trace.delete(scratch);
        } else {
            System.out.println("kept for a look: " + scratch);
        }
        System.exit(same ? 0 : 1);
    }

    private void play(int rounds) throws Exception {
        Victim undisturbed = victim("undisturbed", Optional.empty());
        finish("undisturbed", undisturbed, Optional.of(samples))
                .lengths()
                .forEach((phase, length) -> lengths.merge(phase, length, Math::min));
        List<String> expected = Trace.of(undisturbed);
        List<String> standing = Trace.standing(undisturbed);
        System.out.println("undisturbed: " + expected.size() + " lines to compare, phases in ms " + lengths);
        long needed = kibibytes(undisturbed.workspace());
        for (int round = 0; round < rounds; round++) {
            jumpTheClock(expected);
        }
        if (Mounts.possible(scratch)) {
            for (int round = 0; round < rounds; round++) {
                fillTheDisk(expected, needed);
            }
            for (String folder : FOLDERS) {
                forbidWriting(expected, folder);
            }
            for (int round = 0; round < rounds; round++) {
                forbidTaking(standing);
            }
        } else {
            System.out.println("not tried: full disks and folders that may not be written, which only root can mount");
        }
        MySqlServer server = MySqlServer.start();
        try {
            Optional<String> address = Optional.of(server.address());
            Victim onServer = victim("onserver", address);
            finish("undisturbed on MySQL", onServer, Optional.of(samples));
            List<String> expectedOnServer = Trace.of(onServer);
            for (int round = 0; round < rounds; round++) {
                endTheDatabase(expectedOnServer, server);
            }
            Path plain = plainOnes(onServer);
            Victim alone = victim("alone", address);
            copy(plain, alone.workspace().resolve("inbox"));
            finish("alone", alone, Optional.empty());
            List<String> standingAlone = Trace.standing(alone);
            for (int round = 0; round < rounds; round++) {
                shareTheWork(standingAlone, plain, address);
            }
        } finally {
            server.stop();
        }
    }

    private Victim victim(String name, Optional<String> mysql) throws IOException {
        Path workspace = scratch.resolve(name);
        Files.createDirectories(workspace);
        return new Victim(root, workspace, name, mysql);
    }

    private Victim victim(Optional<String> mysql) throws IOException {
        return victim("victim" + ++number, mysql);
    }

    private Tally tally(String kind) {
        Tally tally = tallies.computeIfAbsent(kind, any -> new Tally());
        tally.tries++;
        return tally;
    }

    private Ending finish(String kind, Victim victim, Optional<Path> submitted)
            throws IOException, InterruptedException {
        Ending ending = victim.run(submitted);
        if (!ending.finished()) {
            different(kind, "does not come to its end, but to " + ending.exit() + ": " + ending.lastWords());
        }
        return ending;
    }

    private void different(String kind, String what) {
        tallies.computeIfAbsent(kind, any -> new Tally()).differences++;
        System.out.println("DIFFERENCE, " + kind + ": " + what);
    }

    private void compare(String kind, List<String> expected, List<String> found) {
        Trace.lacking(expected, found).forEach(line -> different(kind, "missing: " + line));
        Trace.lacking(found, expected).forEach(line -> different(kind, "too much: " + line));
    }

    private Phase anyOf(List<Phase> phases) {
        return phases.get(random.nextInt(phases.size()));
    }

    private long delay(Phase phase) {
        return (long) (random.nextDouble() * 0.8 * lengths.getOrDefault(phase, 500L));
    }

    /** Killed and started again, each time under another clock; the claim keeps the moment at which it was opened. */
    private void jumpTheClock(List<String> expected) throws IOException, InterruptedException {
        String kind = "the clock jumps";
        Tally tally = tally(kind);
        Victim victim = victim(Optional.empty());
        Optional<Path> submitted = Optional.of(samples);
        for (Duration jump : JUMPS) {
            Phase phase = anyOf(WITH_A_CLAIM);
            Ending ending = victim.runAndKill(submitted, phase, delay(phase));
            // what was submitted is claimed: it is not handed in again under another clock
            submitted = Optional.empty();
            if (ending.killedIn() == null) {
                break;
            }
            tally.struck++;
            tally.endings.add("killed in " + ending.killedIn() + ", then " + jump);
            victim.clock(Victim.MOMENT.plus(jump));
        }
        finish(kind, victim, submitted);
        compare(kind, expected, Trace.of(victim));
        Trace.delete(victim.workspace());
    }

    private void fillTheDisk(List<String> expected, long needed) throws IOException, InterruptedException {
        String kind = "the disk runs full";
        Tally tally = tally(kind);
        Victim victim = victim(Optional.empty());
        try (Mounts mounts = new Mounts()) {
            long size = 1024 + (long) (random.nextDouble() * (needed - 1024));
            mounts.disk(victim.workspace(), size);
            Ending ending = victim.run(Optional.of(samples));
            struck(kind, tally, ending, "磁盘已满", size + " KiB of " + needed);
            mounts.enlarge(victim.workspace(), AMPLE);
            finish(kind, victim, Optional.of(samples));
            compare(kind, expected, Trace.of(victim));
        }
    }

    private void struck(String kind, Tally tally, Ending ending, String sentence, String told) {
        if (ending.failedSaying(sentence)) {
            tally.struck++;
        } else if (!ending.finished()) {
            different(kind, told + ", ends with " + ending.exit() + ": " + ending.lastWords());
        }
        tally.endings.add(told + ": exit " + ending.exit());
    }

    private void forbidWriting(List<String> expected, String folder) throws IOException, InterruptedException {
        String kind = "a folder may not be written";
        Tally tally = tally(kind);
        Victim victim = victim(Optional.empty());
        try (Mounts mounts = new Mounts()) {
            Path forbidden = Files.createDirectories(victim.workspace().resolve(folder));
            mounts.forbidWriting(forbidden);
            struck(kind, tally, victim.run(Optional.of(samples)), "不可写", folder);
            mounts.remove(forbidden);
            finish(kind, victim, Optional.of(samples));
            compare(kind, expected, Trace.of(victim));
        }
        Trace.delete(victim.workspace());
    }

    /** A unit's folder from which nothing can be taken: its files stay, all others go on. */
    private void forbidTaking(List<String> standing) throws IOException, InterruptedException {
        String kind = "a unit's folder may not be written";
        Tally tally = tally(kind);
        Victim victim = victim(Optional.empty());
        Path inbox = victim.workspace().resolve("inbox");
        copy(samples, inbox);
        List<Path> units;
        try (Stream<Path> all = Files.list(inbox)) {
            units = all.filter(Files::isDirectory).sorted().toList();
        }
        Path unit = units.get(random.nextInt(units.size()));
        long files = count(unit);
        try (Mounts mounts = new Mounts()) {
            mounts.forbidWriting(unit);
            Ending ending = victim.run(Optional.empty());
            if (!ending.finished() || count(unit) != files) {
                different(kind, unit.getFileName() + ", ends with " + ending.exit() + ": " + ending.lastWords());
            } else {
                tally.struck++;
            }
            tally.endings.add(unit.getFileName() + ": exit " + ending.exit() + ", " + files + " files stay");
        }
        finish(kind, victim, Optional.empty());
        compare(kind, standing, Trace.standing(victim));
        Trace.delete(victim.workspace());
    }

    private void endTheDatabase(List<String> expected, MySqlServer server) throws IOException, InterruptedException {
        String kind = "the database ends and comes back";
        Tally tally = tally(kind);
        Victim victim = victim(Optional.of(server.address()));
        Phase phase = anyOf(WITH_A_CLAIM);
        long away = 200 + random.nextInt(20_000);
        CompletableFuture<Void> back = new CompletableFuture<>();
        Ending ending = victim.run(Optional.of(samples), "", new Blow(phase, delay(phase), process -> {
            server.halt();
            CompletableFuture.runAsync(
                            () -> {
                                try {
                                    server.resume();
                                } catch (IOException | InterruptedException failure) {
                                    throw new CompletionException(failure);
                                }
                            },
                            CompletableFuture.delayedExecutor(away, TimeUnit.MILLISECONDS))
                    .whenComplete((done, failure) -> back.complete(null));
        }));
        if (ending.struckIn() != null) {
            tally.struck++;
            back.join();
        }
        if (!ending.finished() && !ending.failedSaying("数据库")) {
            different(kind, "ends with " + ending.exit() + ": " + ending.lastWords());
        }
        tally.endings.add("in " + ending.struckIn() + " for " + away + " ms: exit " + ending.exit());
        finish(kind, victim, Optional.of(samples));
        compare(kind, expected, Trace.of(victim));
        Trace.delete(victim.workspace());
    }

    /** Two processes at once; one is killed, the other or the next one finishes its claim. */
    private void shareTheWork(List<String> standing, Path plain, Optional<String> address)
            throws IOException, InterruptedException, ExecutionException {
        String kind = "two processes share the work, one is killed";
        Tally tally = tally(kind);
        Victim victim = victim(address);
        copy(plain, victim.workspace().resolve("inbox"));
        Phase phase = anyOf(WITH_A_CLAIM);
        CompletableFuture<Ending> other = CompletableFuture.supplyAsync(() -> {
            try {
                return victim.run(Optional.empty(), "B", null);
            } catch (IOException | InterruptedException failure) {
                throw new CompletionException(failure);
            }
        });
        Ending killed = victim.run(Optional.empty(), "A", new Blow(phase, delay(phase), Process::destroyForcibly));
        Ending left = other.get();
        if (killed.killedIn() != null) {
            tally.struck++;
        } else if (!killed.finished()) {
            different(kind, "one ends with " + killed.exit() + ": " + killed.lastWords());
        }
        if (!left.finished()) {
            different(kind, "the other ends with " + left.exit() + ": " + left.lastWords());
        }
        finish(kind, victim, Optional.empty());
        tally.endings.add("killed in " + killed.killedIn() + ", files by claim "
                + Trace.asked(
                        victim, List.of("select count(*) from claimed_file group by claim_id order by claim_id")));
        compare(kind, standing, Trace.standing(victim));
        Trace.delete(victim.workspace());
    }

    /** The samples without those that say the same form of one unit more than once: which of them counts depends on what came together. */
    private Path plainOnes(Victim done) throws IOException {
        List<String> left = Trace.asked(
                done,
                List.of("select distinct f.file_path from claimed_file f where f.duplicate_of is null"
                        + " and not exists (select 1 from submission s join submission t on t.form_code = s.form_code"
                        + " and t.unit_code = s.unit_code and t.report_period = s.report_period and t.id <> s.id"
                        + " where s.file_id = f.id)"));
        Path plain = scratch.resolve("plain");
        for (String path : left) {
            Path copy = plain.resolve(path);
            if (Files.isRegularFile(samples.resolve(path))) {
                Files.createDirectories(copy.resolveSibling("."));
                Files.copy(samples.resolve(path), copy);
            }
        }
        System.out.println(left.size() + " files for two processes");
        return plain;
    }

    /** What lies in the folders of units; beside them lies what explains the samples. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.filter(path ->
                            Files.isRegularFile(path) && from.relativize(path).getNameCount() > 1)
                    .toList()) {
                Path copy = to.resolve(from.relativize(one).toString());
                Files.createDirectories(copy.resolveSibling("."));
                Files.copy(one, copy);
            }
        }
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static long kibibytes(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(one);
            }
        }
        return bytes / 1024;
    }

    private void print() {
        System.out.println();
        System.out.println("| what befell it | tries | struck | differences |");
        System.out.println("|---|---|---|---|");
        tallies.forEach((kind, tally) -> System.out.println(
                "| " + kind + " | " + tally.tries + " | " + tally.struck + " | " + tally.differences + " |"));
        tallies.forEach((kind, tally) -> tally.endings.forEach(one -> System.out.println(kind + ": " + one)));
    }
}

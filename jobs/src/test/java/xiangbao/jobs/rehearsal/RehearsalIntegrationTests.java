package xiangbao.jobs.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.SimpleJob;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import xiangbao.jobs.Office;
import xiangbao.jobs.feedback.FileStates;
import xiangbao.jobs.intake.Intake;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.jobs.pipeline.RunOrder;
import xiangbao.jobs.store.OfficeLock;
import xiangbao.jobs.store.claims.Claims;
import xiangbao.jobs.store.claims.Lease;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.claims.ManifestRow;
import xiangbao.jobs.worker.RunListener;
import xiangbao.jobs.workspace.OfficeSettings;
import xiangbao.readers.config.DefinitionsReader;
import xiangbao.statistics.definitions.Definitions;

/**
 * Whoever checks his workbook is told what the run will say: over the samples with some of them changed, the same files before and beside them, each file and
 * each form in it comes to the same, with the same findings. {@code -Dmutants=1000} tries so many; each batch changes every sample once.
 */
class RehearsalIntegrationTests {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-12T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final int MUTANTS = Integer.getInteger("mutants", 100);
    private static final long SEED = Long.getLong("mutants.seed", 4306264);

    /** Files by outcome and by the codes of what was found in them. */
    private final Map<String, Integer> seen = new TreeMap<>();

    @TempDir
    Path folder;

    @Test
    void saysWhatTheRunSays() throws Exception {
        List<Path> samples;
        try (Stream<Path> files = Files.walk(ROOT.resolve("sample-inputs"))) {
            samples = files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals("README.md"))
                    .sorted()
                    .toList();
        }
        Definitions definitions = java.util.Objects.requireNonNull(
                DefinitionsReader.read(ROOT.resolve("config")).definitions());
        assertThat(definitions).isNotNull();
        Map<String, String> different = new TreeMap<>();
        int made = 0;
        for (int batch = 0; made < MUTANTS; batch++) {
            Path sent = folder.resolve("sent" + batch);
            // the changed ones are spread over all units and forms
            int step = Math.max(1, samples.size() / (MUTANTS - made));
            for (int index = 0; index < samples.size(); index++) {
                Path sample = samples.get(index);
                Path copy = sent.resolve(
                        ROOT.resolve("sample-inputs").relativize(sample).toString());
                Files.createDirectories(copy.getParent());
                byte[] content = Files.readAllBytes(sample);
                boolean changed = made < MUTANTS && (index + batch) % step == 0;
                if (changed) {
                    send(copy, content, SEED + made++);
                } else {
                    Files.write(copy, content);
                }
            }
            compare(
                    sent,
                    run("workspace" + batch, sent),
                    new Rehearsal(definitions, LocalDateTime.now(CLOCK)),
                    different);
        }
        assertThat(different).isEmpty();
        assertThat(made).isEqualTo(MUTANTS);
        assertThat(seen.keySet())
                .contains("ACCEPTED", "PENDING_EXPLANATION", "RETURNED", "UNREADABLE", "DUPLICATE")
                .contains("FORM-CODE", "SHEET-NOT-FORM", "HIDDEN-SHEET", "AMBIGUOUS-ROUND");
    }

    /** Mostly the workbook with something changed; now and then beside the sound one, or the sound one twice, or under a name that says another period. */
    private static void send(Path copy, byte[] content, long seed) throws IOException {
        String name = copy.getFileName().toString();
        byte[] mutant = new Mutants(seed).of(content);
        switch ((int) (seed % 12)) {
            case 0 -> {
                Files.write(copy, content);
                Files.write(copy.resolveSibling("改_" + name), mutant);
            }
            case 1 -> {
                Files.write(copy, content);
                Files.write(copy.resolveSibling("副本_" + name), content);
            }
            case 2 -> Files.write(copy.resolveSibling("2026年二季度_" + name), content);
            case 3 -> Files.write(copy.resolveSibling("安定镇_" + name), mutant);
            default -> Files.write(copy, mutant);
        }
    }

    private void compare(Path sent, Map<String, FileAnswer> run, Rehearsal rehearsal, Map<String, String> different)
            throws IOException {
        List<Rehearsal.Exhibit> exhibits = new ArrayList<>();
        for (Map.Entry<String, FileAnswer> file : run.entrySet()) {
            String sha256 = file.getValue().sha256();
            assertThat(sha256).as(file.getKey()).isNotNull();
            exhibits.add(new Rehearsal.Exhibit(sent.resolve(file.getKey()), file.getKey(), String.valueOf(sha256)));
        }
        for (FileAnswer checked : rehearsal.answers(exhibits)) {
            FileAnswer ran = run.get(checked.file());
            seen.merge(checked.outcome().name(), 1, Integer::sum);
            Stream.concat(
                            checked.findings().stream(),
                            checked.submissions().stream().flatMap(form -> form.findings().stream()))
                    .map(answer -> answer.finding().code())
                    .distinct()
                    .forEach(code -> seen.merge(code, 1, Integer::sum));
            String check = told(checked);
            String said = told(Objects.requireNonNull(ran));
            if (!check.equals(said)) {
                different.put(
                        sent.getFileName() + "/" + checked.file(), "\ncheck: " + check + "\nrun:   " + said + "\n");
            }
        }
    }

    /** All that is said, but for the path of the answer. */
    private static String told(FileAnswer file) {
        return file.outcome() + " " + file.standing() + " " + file.submissions() + " " + file.findings();
    }

    /** Collects and reviews as the main job does, and leaves the reports out, which are what takes its time. */
    private Map<String, FileAnswer> run(String workspace, Path sent) throws Exception {
        OfficeSettings settings = new OfficeSettings(
                folder.resolve(workspace),
                ROOT.resolve("config"),
                ROOT.resolve("templates"),
                CLOCK,
                "test",
                Duration.ofSeconds(1),
                Map.of());
        try (Office office = Office.open(settings)) {
            RunOrder order = new RunOrder(List.of(sent), Optional.empty(), Cause.command("test"), RunListener.SILENT);
            Lease lease = office.entry(Intake.class)
                    .claim(order.submit(), order.period(), order.cause())
                    .claim()
                    .orElseThrow();
            office.entry(Intake.class).list(lease.claim());
            SimpleJob main = (SimpleJob) office.entry(Job.class);
            Job judging = new JobBuilder("judging", office.entry(JobRepository.class))
                    .start(main.getStep("collect"))
                    .next(main.getStep("review"))
                    .build();
            BatchStatus status = office.entry(Claims.class)
                    .within(
                            lease,
                            () -> office.entry(JobOperator.class)
                                    .start(
                                            judging,
                                            new JobParametersBuilder()
                                                    .addLong("claim", lease.claim())
                                                    .toJobParameters())
                                    .getStatus());
            assertThat(status).isEqualTo(BatchStatus.COMPLETED);
            office.entry(OfficeLock.class).leave();
            Map<String, FileAnswer> answers = new TreeMap<>();
            for (ManifestRow row : office.entry(Manifest.class).files(lease.claim())) {
                answers.put(
                        row.path(),
                        FileStates.answer(office.entry(FileStates.class).read(row.id())));
            }
            return answers;
        }
    }
}

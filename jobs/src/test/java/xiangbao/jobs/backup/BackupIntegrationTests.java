package xiangbao.jobs.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xiangbao.jobs.CountyScenario;
import xiangbao.jobs.MySqlSchemas;
import xiangbao.jobs.Office;
import xiangbao.jobs.Restoring;
import xiangbao.jobs.ToyCounty;
import xiangbao.jobs.inquiries.Inquiries;
import xiangbao.jobs.inquiries.Traces;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.operations.OperatorLog;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.jobs.outcomes.SubmissionAnswer;
import xiangbao.jobs.pipeline.MainJob;
import xiangbao.jobs.pipeline.RunAnswer;
import xiangbao.jobs.pipeline.RunOrder;
import xiangbao.jobs.store.Snapshot;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.claims.ManifestRow;
import xiangbao.jobs.store.operations.LoggedAction;
import xiangbao.jobs.worker.RunListener;
import xiangbao.jobs.workspace.Archive;
import xiangbao.jobs.workspace.OfficeSettings;
import xiangbao.jobs.workspace.UnusableBackupException;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** Everything in one file and back, between both kinds of database, while the office works, and never by halves. */
class BackupIntegrationTests extends CountyScenario {
    private static final ReferencePeriod PERIOD = ReferencePeriod.of("2026-Q3");
    /** The workspaces that work begins in; whatever else there is, a backup is restored into, and its database must be empty. */
    private static final Set<String> BEGUN = Set.of("old", "undisturbed", "moving", "instant", "taken");

    private static final Cause CLERK = Cause.command("张三@统计局");

    @BeforeEach
    void fillIn() throws IOException {
        send("荷塘镇", "100", "60");
        send("莲湖乡", "50", "70");
        send("藕池街道", "30", "20");
    }

    private void send(String unit, String total, String sound) throws IOException {
        ToyCounty.workbook(folder.resolve("sent/" + unit + "/山塘.xlsx"), unit, "2026年三季度", total, sound, "88.5");
    }

    private OfficeSettings settings(String database, String name, Clock clock) {
        return settings(name, clock, database.equals("h2") ? Map.of() : mySql(name));
    }

    private Map<String, String> mySql(String name) {
        return BEGUN.contains(name) ? MySqlSchemas.of(folder, name) : MySqlSchemas.bare(folder, name);
    }

    private Office open(String database, String name) {
        return Office.open(settings(database, name, day));
    }

    private BackupOrder file(String name) {
        return new BackupOrder(folder.resolve(name), CLERK);
    }

    private RunOrder order(@Nullable Path submit, RunListener listener) {
        return new RunOrder(submit == null ? List.of() : List.of(submit), Optional.of(PERIOD), CLERK, listener);
    }

    private RunAnswer run(Office office, @Nullable Path submit) {
        return office.entry(MainJob.class).run(order(submit, RunListener.SILENT));
    }

    /** All that people can ask about a workspace, and the reports that they read. */
    private Map<String, Object> state(Office office, String name) throws IOException {
        Map<String, Object> state = new TreeMap<>();
        state.put("status", office.entry(Inquiries.class).status(PERIOD));
        state.put("figures", office.entry(Inquiries.class).figures(PERIOD, Optional.empty(), Optional.empty()));
        state.put(
                "trace",
                office.entry(Traces.class)
                        .trace(IndicatorCode.parse("试1-1:02.1").orElseThrow(), PERIOD));
        state.put("progress", office.entry(Inquiries.class).progress(PERIOD));
        for (String below : List.of("reports", "feedback")) {
            Path root = folder.resolve(name).resolve(below);
            try (Stream<Path> walk = Files.walk(root)) {
                for (Path file : walk.filter(Files::isRegularFile).toList()) {
                    state.put(
                            below + "/" + root.relativize(file),
                            below.equals("reports") ? Arrays.hashCode(Files.readAllBytes(file)) : "there");
                }
            }
        }
        return state;
    }

    @ParameterizedTest
    @CsvSource({"h2, h2", "h2, mysql", "mysql, mysql", "mysql, h2"})
    void goesOnElsewhereAsIfNothingHadHappened(String from, String to) throws IOException {
        Map<String, Object> before;
        try (Office office = open(from, "old")) {
            run(office, folder.resolve("sent"));
            send("莲湖乡", "50", "45");
            assertThat(run(office, folder.resolve("sent"))
                            .mainRun()
                            .orElseThrow()
                            .run())
                    .isEqualTo(2);
            before = state(office, "old");
            BackupAnswer backup = office.entry(Backups.class).backup(file("乡报.zip"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("乡报.zip"))))
                    .isEqualTo("rw-------");
            assertThat(backup.notes()).isEmpty();
            assertThat(backup.madeAt()).isEqualTo("2026-10-09T16:20");
            assertThat(office.entry(OperatorLog.class).actions(Optional.empty()))
                    .extracting(LoggedAction::command, LoggedAction::exit, LoggedAction::runs)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("run", 1, List.of("2026-Q3/1")),
                            org.assertj.core.groups.Tuple.tuple("run", 0, List.of("2026-Q3/2")),
                            org.assertj.core.groups.Tuple.tuple("backup", 0, List.of()));
        }

        BackupAnswer restored = Restoring.restore(settings(to, "new", day), file("乡报.zip"));

        assertThat(restored.notes()).isEmpty();
        assertThat(restored.database()).isEqualTo(from.equals("h2") ? "H2" : "MySQL");
        try (Office office = open(to, "new")) {
            assertThat(state(office, "new")).isEqualTo(before);
            assertThat(office.entry(OperatorLog.class).actions(Optional.empty()))
                    .extracting(LoggedAction::command)
                    .containsExactly("run", "run", "restore");
            RunAnswer again = run(office, folder.resolve("sent"));
            assertThat(again.files()).extracting(FileAnswer::outcome).containsOnly(Outcome.DUPLICATE);
            assertThat(again.mainRun().orElseThrow().run()).isEqualTo(2);
            assertThat(state(office, "new")).isEqualTo(before);
            send("莲湖乡", "50", "46");
            RunAnswer corrected = run(office, folder.resolve("sent"));
            assertThat(corrected.files())
                    .flatExtracting(FileAnswer::submissions)
                    .filteredOn(one -> one.outcome() == Outcome.ACCEPTED)
                    .extracting(SubmissionAnswer::round)
                    .containsExactly(3);
            assertThat(corrected.mainRun().orElseThrow().run()).isEqualTo(3);
            assertThat(office.entry(OperatorLog.class).actions(Optional.of(PERIOD)))
                    .hasSize(4);
            assertThat(office.entry(OperatorLog.class).actions(Optional.of(ReferencePeriod.of("2025-Q3"))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mysql"})
    void losesNothingWhenTakenInTheMiddleOfAnIntake(String database) throws IOException {
        List<String> steps = List.of("collect", "review", "aggregate", "report");
        Map<String, Object> undisturbed;
        try (Office office = open(database, "undisturbed")) {
            Map<String, Integer> seen = new HashMap<>();
            office.entry(MainJob.class).run(order(folder.resolve("sent"), (step, done, total) -> {
                if (seen.merge(step, 1, Integer::sum) == 1) {
                    office.entry(Backups.class).backup(file(step + ".zip"));
                }
            }));
            undisturbed = state(office, "undisturbed");
            assertThat(seen.keySet()).containsAll(steps);
        }
        for (String step : steps) {
            Restoring.restore(settings(database, "after-" + step, day), file(step + ".zip"));
            try (Office office = open(database, "after-" + step)) {
                RunAnswer answer = run(office, null);
                assertThat(answer.files()).as(step).hasSize(3);
                assertThat(state(office, "after-" + step)).as(step).isEqualTo(undisturbed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mysql"})
    void findsAgainWhatMovesOnWhileTheBackupIsTaken(String database) throws IOException {
        Map<String, Object> undisturbed;
        try (Office office = open(database, "moving")) {
            assertThatThrownBy(() -> office.entry(MainJob.class)
                            .run(order(folder.resolve("sent"), (step, done, total) -> {
                                throw new IllegalStateException("the lights went out in " + step);
                            })))
                    .isInstanceOf(IllegalStateException.class);
            Path inbox = folder.resolve("moving/inbox");
            ToyCounty.workbook(inbox.resolve("荷塘镇/二季度.xlsx"), "荷塘镇", "2026年二季度", "90", "60", "88.5");
            ToyCounty.workbook(folder.resolve("late/荷塘镇/一季度.xlsx"), "荷塘镇", "2026年一季度", "80", "60", "88.5");
            DataSource source = office.entry(DataSource.class);
            Manifest manifest = office.entry(Manifest.class);
            Archive archive = office.entry(Archive.class);
            Backup.Order order = new Backup.Order(
                    folder.resolve("moving.zip"),
                    folder.resolve("moving"),
                    folder.resolve("config"),
                    settings(database, "moving", day).templates(),
                    "test",
                    office.entry(org.flywaydb.core.Flyway.class)
                            .info()
                            .current()
                            .getVersion()
                            .getVersion(),
                    java.time.LocalDateTime.now(day),
                    0);
            Backup.take(order, source, new Backup.Intake() {
                @Override
                public List<Long> claimsAfter(long claim) {
                    // database and inbox are copied by now: the dead claim is finished, and one more comes and goes
                    run(office, null);
                    run(office, folder.resolve("late"));
                    return manifest.after(claim);
                }

                @Override
                public List<ManifestRow> files(long claim) {
                    return manifest.files(claim);
                }

                @Override
                public Path archived(String sha256) {
                    return archive.file(sha256);
                }
            });
            undisturbed = state(office, "moving");
        }
        Restoring.restore(settings(database, "found", day), file("moving.zip"));
        try (Office office = open(database, "found")) {
            RunAnswer answer = run(office, null);
            assertThat(answer.files())
                    .extracting(FileAnswer::file)
                    .containsExactlyInAnyOrder(
                            "荷塘镇/山塘.xlsx", "莲湖乡/山塘.xlsx", "藕池街道/山塘.xlsx", "荷塘镇/二季度.xlsx", "荷塘镇/一季度.xlsx");
            assertThat(answer.files()).extracting(FileAnswer::outcome).doesNotContain(Outcome.DUPLICATE);
            assertThat(office.entry(Inquiries.class).status(PERIOD)).isEqualTo(undisturbed.get("status"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mysql"})
    void looksAtOneInstant(String database) throws IOException {
        try (Office office = open(database, "instant")) {
            run(office, folder.resolve("sent/荷塘镇"));
            Map<String, Long> before = new TreeMap<>();
            Map<String, Long> during = new TreeMap<>();
            DataSource source = office.entry(DataSource.class);
            try (Snapshot snapshot = Snapshot.of(source)) {
                count(snapshot, before);
            }
            try (Snapshot snapshot = Snapshot.of(source)) {
                run(office, folder.resolve("sent"));
                count(snapshot, during);
            }
            assertThat(during).isEqualTo(before);
            assertThat(before).containsEntry("claimed_file", 1L).containsEntry("run", 1L);
        }
    }

    private static void count(Snapshot snapshot, Map<String, Long> counts) {
        for (String table : snapshot.tables()) {
            snapshot.read(table, new Snapshot.Rows() {
                @Override
                public void columns(List<String> names) {
                    counts.put(table, 0L);
                }

                @Override
                public void row(@Nullable String[] values) {
                    counts.merge(table, 1L, Long::sum);
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mysql"})
    void restoresAllOrNothing(String database) throws IOException {
        try (Office office = open("h2", "whole")) {
            run(office, folder.resolve("sent"));
            office.entry(Backups.class).backup(file("whole.zip"));
        }
        Instant now = day.instant();
        AtomicInteger asked = new AtomicInteger();
        Clock stopping = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                // the second time is when everything is in its place and about to be noted
                if (asked.incrementAndGet() > 1) {
                    throw new IllegalStateException("the lights went out");
                }
                return now;
            }
        };

        assertThatThrownBy(() -> Restoring.restore(settings(database, "half", stopping), file("whole.zip")))
                .hasMessage("the lights went out");

        assertThat(folder.resolve("half")).doesNotExist();
        // the database is as empty as the folder, or this would be refused
        Restoring.restore(settings(database, "half", day), file("whole.zip"));
        assertThatThrownBy(() -> Restoring.restore(settings(database, "half", day), file("whole.zip")))
                .isInstanceOf(UnusableBackupException.class)
                .hasMessageContaining("不是空的");
    }

    @Test
    void refusesADatabaseThatHoldsSomething() throws IOException {
        try (Office office = open("mysql", "taken")) {
            run(office, folder.resolve("sent"));
            office.entry(Backups.class).backup(file("taken.zip"));
        }
        OfficeSettings mysql = settings("mysql", "taken", day);
        OfficeSettings elsewhere = new OfficeSettings(
                folder.resolve("elsewhere"),
                mysql.config(),
                mysql.templates(),
                day,
                "test",
                mysql.patience(),
                mysql.overrides());

        assertThatThrownBy(() -> Restoring.restore(elsewhere, file("taken.zip")))
                .isInstanceOf(UnusableBackupException.class)
                .hasMessageContaining("数据库里已经有数据表");
        assertThat(folder.resolve("elsewhere")).doesNotExist();
        try (Office office = open("mysql", "taken")) {
            assertThat(office.entry(Inquiries.class).figures(PERIOD, Optional.empty(), Optional.empty()))
                    .isNotEmpty();
        }
    }

    @Test
    void refusesWhatIsNotWhole() throws IOException {
        try (Office office = open("h2", "sound")) {
            run(office, folder.resolve("sent"));
            office.entry(Backups.class).backup(file("sound.zip"));
            assertThatThrownBy(() -> office.entry(Backups.class).backup(file("sound.zip")))
                    .hasMessageContaining("已经存在");
            assertThatThrownBy(() -> office.entry(Backups.class).backup(file("sound/inside.zip")))
                    .hasMessageContaining("工作目录");
            assertThat(office.entry(OperatorLog.class)
                            .actions(Optional.empty())
                            .get(2)
                            .exit())
                    .isEqualTo(2);
        }
        byte[] bytes = Files.readAllBytes(folder.resolve("sound.zip"));
        Files.write(folder.resolve("short.zip"), Arrays.copyOf(bytes, bytes.length / 2));
        rewrite("changed.zip", "database/review.jsonl", "ACCEPTED", "RETURNED");
        rewrite("newer.zip", "manifest.json", "\"schema\":\"", "\"schema\":\"9");
        rewrite("other.zip", "manifest.json", "\"format\":1", "\"format\":2");
        rewrite("outside.zip", "manifest.json", "\"path\":\"workspace/", "\"path\":\"workspace/../");
        rewrite("list.zip", "manifest.json", "{", "[");
        rewrite("lacking.zip", "database/observation.jsonl", null, "");

        assertRefused("short.zip", "没有拷贝完整");
        assertRefused("changed.zip", "校验值不符");
        assertRefused("newer.zip", "请先升级");
        assertRefused("other.zip", "格式是第2版");
        assertRefused("outside.zip", "不该有的名字");
        assertRefused("list.zip", "清单读不出来");
        assertRefused("lacking.zip", "里缺少");
        assertRefused("none.zip", "没有找到备份文件");
        assertRefused("config/plan.yaml", "打不开");
    }

    private void assertRefused(String name, String why) {
        assertThatThrownBy(() -> Restoring.restore(settings("h2", "refused", day), file(name)))
                .as(name)
                .isInstanceOf(UnusableBackupException.class)
                .hasMessageContaining(why);
        assertThat(folder.resolve("refused")).doesNotExist();
    }

    /** A copy of the sound backup with another word in one part, or without the part. */
    private void rewrite(String name, String part, @Nullable String word, String other) throws IOException {
        try (ZipFile sound = new ZipFile(folder.resolve("sound.zip").toFile());
                OutputStream out = Files.newOutputStream(folder.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry : new ArrayList<>(sound.stream().toList())) {
                byte[] content = sound.getInputStream(entry).readAllBytes();
                if (entry.getName().equals(part)) {
                    if (word == null) {
                        continue;
                    }
                    String text = new String(content, StandardCharsets.UTF_8);
                    assertThat(text).contains(word);
                    content = text.replace(word, other).getBytes(StandardCharsets.UTF_8);
                }
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(content);
                zip.closeEntry();
            }
        }
    }
}

package xiangbao.jobs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import xiangbao.jobs.CountyScenario;
import xiangbao.jobs.Office;
import xiangbao.jobs.ToyCounty;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.store.LostLeaseException;
import xiangbao.jobs.store.OfficeLock;
import xiangbao.jobs.store.claims.ClaimOrder;
import xiangbao.jobs.store.claims.Claims;
import xiangbao.jobs.store.claims.Lease;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.claims.Workers;
import xiangbao.jobs.worker.OfficeStoppedException;
import xiangbao.jobs.worker.RunListener;
import xiangbao.jobs.workspace.OfficeSettings;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.periods.ReferencePeriod;

/** Claims that change hands, processes that stop, die or come back; each kind of database runs it. */
abstract class ClaimsScenario extends CountyScenario {
    static final ReferencePeriod PERIOD = ReferencePeriod.of("2026-Q3");

    @BeforeEach
    void fillIn() throws IOException {
        ToyCounty.workbook(folder.resolve("sent/荷塘镇/山塘.xlsx"), "荷塘镇", "2026年三季度", "100", "60", "88.5");
        ToyCounty.workbook(folder.resolve("sent/莲湖乡/山塘.xlsx"), "莲湖乡", "2026年三季度", "50", "70", "10");
    }

    @Override
    protected OfficeSettings settings(String workspace, Clock clock, Map<String, String> database) {
        Map<String, String> overrides = new HashMap<>(database);
        overrides.put("xiangbao.inbox.settling", "50ms");
        overrides.put("xiangbao.worker.beat", "200ms");
        overrides.put("xiangbao.worker.patience", "2s");
        return super.settings(workspace, clock, overrides);
    }

    RunOrder order(RunListener listener, Path... submit) {
        return new RunOrder(List.of(submit), Optional.of(PERIOD), Cause.command("test"), listener);
    }

    static Map<String, Outcome> outcomes(RunAnswer answer) {
        Map<String, Outcome> outcomes = new TreeMap<>();
        answer.files().forEach(file -> outcomes.put(file.file(), file.outcome()));
        return outcomes;
    }

    @SuppressWarnings("try") // the office is asked from another thread
    static <T> Future<T> aside(Callable<T> work) {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            return pool.submit(work);
        } finally {
            pool.shutdown();
        }
    }

    static int count(Office office, String query) {
        return Optional.ofNullable(office.entry(JdbcTemplate.class).queryForObject(query, Integer.class))
                .orElse(-1);
    }

    @Test
    void shutsOutWhoeverLostHisClaim() throws IOException {
        try (Office office = open("fenced")) {
            Claims claims = office.entry(Claims.class);
            Manifest manifest = office.entry(Manifest.class);
            long slow = office.entry(Workers.class).start("slow/1");
            long quick = office.entry(Workers.class).start("quick/2");
            Lease first = claims.open(
                    ClaimOrder.intake(Optional.of(PERIOD), Cause.command("test").stored(), false),
                    LocalDateTime.of(2026, 10, 9, 16, 20),
                    slow);
            assertThat(claims.take(first.claim(), quick, other -> false)).isEmpty();
            Lease second =
                    claims.take(first.claim(), quick, other -> other == slow).orElseThrow();
            assertThatThrownBy(() -> claims.within(first, () -> {
                        manifest.finish(first.claim());
                        return first;
                    }))
                    .isInstanceOf(LostLeaseException.class);
            assertThat(manifest.isUnfinished(first.claim())).isTrue();
            assertThat(claims.isHeld(first)).isFalse();
            claims.within(second, () -> {
                manifest.finish(second.claim());
                return second;
            });
            assertThat(manifest.isUnfinished(first.claim())).isFalse();
        }
    }

    @Test
    void stopsAtTheNextStepAndGoesOnAtTheNextStart() throws Exception {
        for (String step : List.of("collect", "review", "aggregate")) {
            String workspace = "stopped-in-" + step;
            CountDownLatch there = new CountDownLatch(1);
            try (Office office = open(workspace)) {
                RunListener waiting = (at, done, total) -> {
                    if (at.equals(step) && there.getCount() > 0) {
                        there.countDown();
                        aside(() -> office.stop(Duration.ofSeconds(20)));
                        pause();
                    }
                };
                assertThatThrownBy(() -> office.entry(MainJob.class).run(order(waiting, folder.resolve("sent"))))
                        .isInstanceOf(OfficeStoppedException.class)
                        .hasMessageContaining("下次运行会接着做");
                assertThat(count(office, "select count(*) from BATCH_JOB_EXECUTION where status = 'STOPPED'"))
                        .isEqualTo(1);
            }
            try (Office office = open(workspace)) {
                assertThat(outcomes(office.entry(MainJob.class).run(order(RunListener.SILENT))))
                        .isEqualTo(Map.of("荷塘镇/山塘.xlsx", Outcome.ACCEPTED, "莲湖乡/山塘.xlsx", Outcome.RETURNED));
                assertThat(count(office, "select count(*) from run")).isEqualTo(1);
                assertThat(count(office, "select count(*) from claim where state <> 'DONE'"))
                        .isZero();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(300);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void opensNoClaimWhereThereIsNothingToDo() {
        try (Office office = open("idle")) {
            RunOrder nothing = new RunOrder(List.of(), Optional.empty(), Cause.command("test"), RunListener.SILENT);
            assertThat(office.entry(MainJob.class).run(nothing).files()).isEmpty();
            assertThat(count(office, "select count(*) from claim")).isZero();
        }
    }

    @Test
    void givesBackWhatALateProcessLeftInAFinishedClaim() throws IOException {
        try (Office office = open("late")) {
            office.entry(MainJob.class).run(order(RunListener.SILENT, folder.resolve("sent")));
            Path late = folder.resolve("late/inbox/.claimed/1/藕池街道/山塘.xlsx");
            ToyCounty.workbook(late, "藕池街道", "2026年三季度", "30", "20", "60");
            Path forgotten = folder.resolve("late/inbox/.claimed/77/莲湖乡/改.xlsx");
            ToyCounty.workbook(forgotten, "莲湖乡", "2026年三季度", "50", "40", "10");
            Files.createDirectories(folder.resolve("late/feedback/.writing-w999-1"));
            Files.createDirectories(folder.resolve("late/inbox/.claimed/.delivery-w999/荷塘镇"));
        }
        try (Office office = open("late")) {
            assertThat(outcomes(office.entry(MainJob.class).run(order(RunListener.SILENT))))
                    .isEqualTo(Map.of("藕池街道/山塘.xlsx", Outcome.ACCEPTED, "莲湖乡/改.xlsx", Outcome.ACCEPTED));
            assertThat(folder.resolve("late/inbox/.claimed")).isEmptyDirectory();
            assertThat(folder.resolve("late/feedback/.writing-w999-1")).doesNotExist();
        }
    }

    @Test
    void worksOnWhenTheClockJumps() throws IOException {
        RunListener failing = (at, done, total) -> {
            if (at.equals("aggregate")) {
                throw new IllegalStateException("the lights went out");
            }
        };
        try (Office office = open("clock")) {
            assertThatThrownBy(() -> office.entry(MainJob.class).run(order(failing, folder.resolve("sent"))))
                    .isInstanceOf(IllegalStateException.class);
        }
        // the battery of the clock is dead: it starts again in another year
        day.moveTo(Instant.parse("2026-09-30T16:00:00Z"));
        try (Office office = open("clock")) {
            assertThat(outcomes(office.entry(MainJob.class).run(order(RunListener.SILENT)))
                            .values())
                    .containsExactly(Outcome.ACCEPTED, Outcome.RETURNED);
        }
        day.moveTo(Instant.parse("2031-01-01T00:00:00Z"));
        try (Office office = open("clock")) {
            RunAnswer again = office.entry(MainJob.class).run(order(RunListener.SILENT, folder.resolve("sent")));
            assertThat(outcomes(again).values()).containsOnly(Outcome.DUPLICATE);
            assertThat(again.mainRun().orElseThrow().run()).isEqualTo(1);
        }
    }

    @Test
    void repeatsAMigrationThatWasCutOff() {
        try (Office office = open("migration")) {
            JdbcTemplate jdbc = office.entry(JdbcTemplate.class);
            // as if the last one had died before it could be noted
            Integer last = jdbc.queryForObject("select max(installed_rank) from flyway_schema_history", Integer.class);
            jdbc.update("delete from flyway_schema_history where installed_rank = ?", last);
        }
        try (Office office = open("migration")) {
            assertThat(count(office, "select count(*) from flyway_schema_history where success"))
                    .isGreaterThanOrEqualTo(8);
        }
    }

    @Test
    void letsOneThreadAtATimeWorkAtTheDesk() throws Exception {
        try (Office office = open("desk")) {
            OfficeLock desk = office.entry(OfficeLock.class);
            CountDownLatch leave = new CountDownLatch(1);
            CountDownLatch entered = new CountDownLatch(1);
            Future<Boolean> first = aside(() -> desk.hold(() -> {
                entered.countDown();
                return leave.await(20, TimeUnit.SECONDS);
            }));
            assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
            Future<Integer> second =
                    aside(() -> desk.hold(() -> desk.hold(() -> count(office, "select count(*) from claim"))));
            assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            leave.countDown();
            assertThat(first.get(20, TimeUnit.SECONDS)).isTrue();
            assertThat(second.get(20, TimeUnit.SECONDS)).isZero();
        }
    }

    static Set<Path> filesBelow(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).collect(java.util.stream.Collectors.toSet());
        }
    }

    static <T> T await(Future<T> future) throws InterruptedException {
        try {
            return future.get(120, TimeUnit.SECONDS);
        } catch (ExecutionException | java.util.concurrent.TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

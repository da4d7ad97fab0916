package xiangbao.jobs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import xiangbao.jobs.MySqlSchemas;
import xiangbao.jobs.MySqlServer;
import xiangbao.jobs.Office;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.jobs.store.OfficeLock;
import xiangbao.jobs.store.claims.Workers;
import xiangbao.jobs.worker.RunListener;
import xiangbao.jobs.workspace.TroubleException;
import xiangbao.statistics.findings.Outcome;

/** On a real MySQL server, where several processes may work in one workspace. */
class ClaimsMySqlIntegrationTests extends ClaimsScenario {
    @Override
    protected Map<String, String> database(String workspace) {
        return MySqlSchemas.of(folder, workspace);
    }

    @Test
    void dividesOneInboxWithoutADuplicate() throws Exception {
        try (Office one = open("shared");
                Office other = open("shared")) {
            Path inbox = folder.resolve("shared/inbox");
            for (int number = 1; number <= 40; number++) {
                Path file = inbox.resolve("莲湖乡/第" + number + "份.xlsx");
                Files.createDirectories(file.resolveSibling("."));
                Files.writeString(file, "这不是工作簿 " + number);
            }
            Files.createDirectories(inbox.resolve("荷塘镇"));
            Files.copy(folder.resolve("sent/荷塘镇/山塘.xlsx"), inbox.resolve("荷塘镇/山塘.xlsx"));
            Future<RunAnswer> first = aside(() -> one.entry(MainJob.class).run(order(RunListener.SILENT)));
            Future<RunAnswer> second = aside(() -> other.entry(MainJob.class).run(order(RunListener.SILENT)));
            List<String> taken = java.util.stream.Stream.of(await(first), await(second))
                    .flatMap(answer -> answer.files().stream())
                    .filter(file -> file.outcome() != Outcome.IGNORED)
                    .map(FileAnswer::file)
                    .toList();
            assertThat(taken).hasSize(41).doesNotHaveDuplicates();
            assertThat(count(one, "select count(*) from claimed_file")).isEqualTo(41);
            assertThat(count(one, "select count(*) from submission where round_no = 1"))
                    .isEqualTo(1);
            assertThat(count(one, "select count(*) from claim where state <> 'DONE'"))
                    .isZero();
            // what has no visible end may still be written into: it is watched for a day
            assertThat(filesBelow(inbox))
                    .allMatch(file -> file.startsWith(inbox.resolve(".late")))
                    .hasSize(40);
        }
    }

    @Test
    void leavesTheLivingAloneAndTakesOverFromTheDead() throws IOException {
        RunListener failing = (at, done, total) -> {
            if (at.equals("review")) {
                throw new IllegalStateException("the lights went out");
            }
        };
        try (Office one = open("heirs");
                Office other = open("heirs")) {
            assertThatThrownBy(() -> one.entry(MainJob.class).run(order(failing, folder.resolve("sent"))))
                    .isInstanceOf(IllegalStateException.class);
            // its process lives and will try again itself
            assertThat(outcomes(other.entry(MainJob.class).run(order(RunListener.SILENT))))
                    .isEmpty();
            assertThat(count(other, "select count(*) from claim where state <> 'DONE'"))
                    .isEqualTo(1);
            one.close();
            assertThat(outcomes(other.entry(MainJob.class).run(order(RunListener.SILENT))))
                    .isEqualTo(Map.of("荷塘镇/山塘.xlsx", Outcome.ACCEPTED, "莲湖乡/山塘.xlsx", Outcome.RETURNED));
            assertThat(count(other, "select count(*) from claim where state <> 'DONE'"))
                    .isZero();
            assertThat(count(
                            other,
                            "select count(*) from BATCH_JOB_EXECUTION where status not in ('COMPLETED', 'FAILED')"))
                    .isZero();
        }
    }

    @Test
    void goesOnWhenTheServerComesBack() throws IOException, InterruptedException {
        MySqlServer server = MySqlServer.shared();
        CountDownLatch once = new CountDownLatch(1);
        RunListener breaking = (at, done, total) -> {
            if (at.equals("review") && once.getCount() > 0) {
                once.countDown();
                halt(server);
                aside(() -> {
                    TimeUnit.MILLISECONDS.sleep(1500);
                    server.resume();
                    return server;
                });
            }
        };
        try (Office office = open("restarted")) {
            assertThat(outcomes(office.entry(MainJob.class).run(order(breaking, folder.resolve("sent")))))
                    .isEqualTo(Map.of("荷塘镇/山塘.xlsx", Outcome.ACCEPTED, "莲湖乡/山塘.xlsx", Outcome.RETURNED));
            assertThat(count(office, "select count(*) from run")).isEqualTo(1);
            assertThat(count(
                            office,
                            "select count(*) from BATCH_JOB_EXECUTION where status not in ('COMPLETED', 'FAILED')"))
                    .isZero();
        }
    }

    private static void halt(MySqlServer server) {
        try {
            server.halt();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void knowsTheDeadByTheirSilence() throws InterruptedException {
        try (Office office = open("silence")) {
            Workers workers = office.entry(Workers.class);
            long silent = workers.start("elsewhere/1");
            assertThat(workers.alive(java.time.Duration.ofMillis(600))).contains(silent);
            TimeUnit.MILLISECONDS.sleep(700);
            assertThat(workers.alive(java.time.Duration.ofMillis(600))).doesNotContain(silent);
            workers.beat(silent);
            assertThat(workers.alive(java.time.Duration.ofMillis(600))).contains(silent);
        }
    }

    @Test
    void holdsOffAnotherProcessFromTheDesk() throws Exception {
        try (Office one = open("desks");
                Office other = open("desks")) {
            CountDownLatch leave = new CountDownLatch(1);
            CountDownLatch entered = new CountDownLatch(1);
            Future<Boolean> first = aside(() -> one.entry(OfficeLock.class).hold(() -> {
                entered.countDown();
                return leave.await(60, TimeUnit.SECONDS);
            }));
            assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
            Future<Optional<Boolean>> second =
                    aside(() -> other.entry(OfficeLock.class).hold(() -> Optional.of(true)));
            assertThatThrownBy(() -> second.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            leave.countDown();
            assertThat(await(first)).isTrue();
            assertThat(await(second)).contains(true);
        }
    }

    @Test
    void refusesASecondWorkspaceOnOneDatabase() {
        Map<String, String> database = database("first");
        open("first").close();
        assertThatThrownBy(() -> Office.open(settings("second", java.time.Clock.systemUTC(), database)))
                .isInstanceOf(TroubleException.class)
                .hasMessageContaining("一个数据库只能配一个工作目录");
        open("first").close();
    }
}

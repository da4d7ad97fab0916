package xiangbao.jobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import xiangbao.jobs.CountyScenario;
import xiangbao.jobs.ToyCounty;
import xiangbao.jobs.inquiries.Inquiries;
import xiangbao.jobs.inquiries.UnitStatus;
import xiangbao.jobs.operations.OperatorLog;
import xiangbao.jobs.pipeline.MainJob;
import xiangbao.jobs.store.operations.LoggedAction;
import xiangbao.statistics.periods.ReferencePeriod;

/** The watch over the inbox, as it runs for a year. */
class WatchedInboxIntegrationTests extends CountyScenario {
    private static final ReferencePeriod QUARTER = ReferencePeriod.of("2026-Q3");

    @SuppressWarnings("NullAway.Init")
    private Serving serving;

    private void serve(String rescan) {
        serving = Serving.start(settings(
                "workspace",
                Map.of("server.port", "0", "xiangbao.inbox.rescan", rescan, "xiangbao.inbox.settling", "100ms")));
    }

    @AfterEach
    void stop() {
        serving.standDown();
        serving.stop();
    }

    private void handIn(String unit) throws IOException {
        Path whole = ToyCounty.workbook(folder.resolve(unit + ".xlsx"), unit, "2026年三季度", "100", "60", "88.5");
        Path inbox = Files.createDirectories(folder.resolve("workspace/inbox").resolve(unit));
        Files.move(whole, inbox.resolve("山塘.xlsx"));
    }

    private List<String> states() {
        return serving.office().entry(Inquiries.class).status(QUARTER).stream()
                .map(UnitStatus::state)
                .toList();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.call()) {
            assertThat(System.nanoTime()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Test
    void isToldOfFilesLongBeforeItLooksAgain() throws Exception {
        serve("1h");
        Files.createDirectories(folder.resolve("workspace/inbox/荷塘镇"));
        // the first look is over, and the next one is an hour away
        until(() -> serving.rescan().equals(Duration.ofHours(1))
                && !serving.office().entry(MainJob.class).hasWork());

        handIn("荷塘镇");

        until(() -> states().contains("通过"));
    }

    @Test
    void looksAgainHoweverOftenItFails() throws Exception {
        serve("100ms");
        Path archive = folder.resolve("workspace/archive");
        Files.move(archive, folder.resolve("archive-elsewhere"));
        Files.writeString(archive, "not a folder");
        handIn("莲湖乡");
        until(() -> log().contains("looking through the inbox failed, attempt 2 in a row"));

        Files.delete(archive);
        Files.move(folder.resolve("archive-elsewhere"), archive);

        until(() -> states().contains("通过"));
    }

    @Test
    void writesNothingWhileNothingComes() throws Exception {
        serve("20ms");
        Files.writeString(folder.resolve("workspace/inbox/~$锁.xlsx"), "");
        TimeUnit.MILLISECONDS.sleep(500);

        assertThat(log().lines())
                .filteredOn(line -> !line.contains("Serving\""))
                .isEmpty();
        assertThat(serving.office().entry(OperatorLog.class).actions(Optional.empty()))
                .extracting(LoggedAction::command)
                .containsExactly("serve");
    }

    private String log() throws IOException {
        try (Stream<Path> logs = Files.list(folder.resolve("workspace/logs"))) {
            StringBuilder text = new StringBuilder();
            for (Path one :
                    logs.filter(file -> file.toString().endsWith(".log")).toList()) {
                text.append(Files.readString(one));
            }
            return text.toString();
        }
    }
}

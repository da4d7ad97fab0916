package xiangbao.jobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is cleared away, and what never is. */
class HousekeepingTests {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    Path workspace;

    private Path file(String path, Duration age) throws IOException {
        Path file = workspace.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, "x");
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
        return file;
    }

    @Test
    void clearsWhatDeadProcessesLeftAndNothingElse() throws IOException {
        Duration old = Housekeeping.TEMPORARY.plusHours(1);
        Path delivery = file("inbox/.delivery.tmp", old);
        Path incoming = file("archive/.incoming-7", old);
        Path report = file("reports/2026-Q3/.第2次/汇总表.xlsx", old);
        Files.setLastModifiedTime(report.getParent(), FileTime.from(NOW.minus(old)));
        Path log = file("logs/xiangbao.2026-09-01.0.log.gz", Housekeeping.LOGS.plusHours(1));
        Path young = file("archive/.incoming-8", Duration.ofDays(6));
        Path youngLog = file("logs/xiangbao.2026-10-02.0.log.gz", Duration.ofDays(30));
        Path waiting = file("inbox/伍市镇/三季度.xlsx", Duration.ofDays(900));
        Path original = file("archive/ab/abcd", Duration.ofDays(900));
        Path printed = file("reports/2026-Q3/第1次/汇总表.xlsx", Duration.ofDays(900));
        Path returned = file("feedback/伍市镇/三季度_退回_第1次.xlsx", Duration.ofDays(900));
        Path opened = file("feedback/伍市镇/.~lock.三季度.xlsx#", Duration.ofDays(900));
        Path empty = Files.createDirectories(workspace.resolve("inbox/加义镇"));
        Files.setLastModifiedTime(empty, FileTime.from(NOW.minus(Duration.ofDays(900))));

        new Housekeeping(workspace, Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"))).tidy();

        assertThat(delivery).doesNotExist();
        assertThat(incoming).doesNotExist();
        assertThat(report.getParent()).doesNotExist();
        assertThat(log).doesNotExist();
        for (Path kept : new Path[] {young, youngLog, waiting, original, printed, returned, opened, empty}) {
            assertThat(kept).exists();
        }
    }
}

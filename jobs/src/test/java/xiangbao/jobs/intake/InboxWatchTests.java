package xiangbao.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InboxWatchTests {
    private Instant now = Instant.parse("2026-10-09T08:00:00Z");
    private final InboxWatch watch = new InboxWatch(() -> now, Duration.ofSeconds(2));

    private static Map<String, InboxWatch.Sample> file(long size, long modified) {
        return Map.of("荷塘镇/山塘.xlsx", new InboxWatch.Sample(size, FileTime.fromMillis(modified)));
    }

    private void pass(long milliseconds) {
        now = now.plusMillis(milliseconds);
    }

    @Test
    void takesAFileAfterTwoEqualSamplesFarEnoughApart() {
        assertThat(watch.look(file(10, 1))).isEmpty();
        pass(1999);
        assertThat(watch.look(file(10, 1))).isEmpty();
        pass(1);
        assertThat(watch.look(file(10, 1))).containsExactly("荷塘镇/山塘.xlsx");
    }

    @Test
    void startsAnewWhenAFileGrows() {
        watch.look(file(10, 1));
        pass(2000);
        assertThat(watch.look(file(20, 1))).isEmpty();
        pass(1000);
        assertThat(watch.look(file(20, 1))).isEmpty();
        pass(1000);
        assertThat(watch.look(file(20, 1))).hasSize(1);
    }

    @Test
    void startsAnewWhenAFileIsWrittenInPlace() {
        watch.look(file(10, 1));
        pass(2000);
        assertThat(watch.look(file(10, 2))).isEmpty();
    }

    @Test
    void forgetsAFileThatWentAway() {
        watch.look(file(10, 1));
        pass(2000);
        assertThat(watch.look(Map.of())).isEmpty();
        assertThat(watch.look(file(10, 1))).isEmpty();
    }

    @Test
    void believesNoFileTimeFromTheFuture() {
        long future = now.plusSeconds(86_400).toEpochMilli();
        watch.look(file(10, future));
        pass(2000);
        assertThat(watch.look(file(10, future))).hasSize(1);
    }
}

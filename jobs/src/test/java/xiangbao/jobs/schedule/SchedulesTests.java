package xiangbao.jobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the scheduler will understand what the file says, before it is started. */
class SchedulesTests {
    @TempDir
    Path folder;

    @Test
    void understandsTheShippedFile() {
        assertThat(Schedules.mistakes(Path.of("..", "config"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0 7 11 * *", "0 0 7 11 * *", "0 0 25 * * ?", "0 0 7 30 2 ?", "0 0 7 1 1 ? 1999", "@daily", "每天"
            })
    void refusesWhatWouldNeverComeRound(String cron) throws IOException {
        Files.writeString(
                folder.resolve("application.yaml"),
                "xiangbao:\n  schedule:\n    intake:\n      cron: \"" + cron + "\"\n");

        assertThat(Schedules.mistakes(folder)).singleElement().satisfies(mistake -> {
            assertThat(mistake.line()).isEqualTo(4);
            assertThat(mistake.message()).contains("“" + cron + "”");
        });
    }
}

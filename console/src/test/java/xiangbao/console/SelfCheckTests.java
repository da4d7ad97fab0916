package xiangbao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.readers.config.DefinitionsReader;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Outcome;

class SelfCheckTests {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-01-20T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

    @TempDir
    Path folder;

    @Test
    void looksAtTheSizeBeforeItReadsAByte() throws IOException {
        Path large = folder.resolve("large.xlsx");
        try (FileChannel channel = FileChannel.open(
                large, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE))) {
            channel.write(ByteBuffer.wrap(new byte[1]), 2L << 30);
        }
        Definitions definitions = Objects.requireNonNull(
                DefinitionsReader.read(Path.of("..", "config")).definitions());
        FileAnswer answer =
                new SelfCheck(definitions, CLOCK).check(List.of(large)).get(0);
        assertThat(answer.outcome()).isEqualTo(Outcome.UNREADABLE);
        assertThat(answer.sha256()).isNull();
        assertThat(answer.findings())
                .extracting(finding -> finding.finding().code())
                .containsExactly("TOO-LARGE");
    }
}

package xiangbao.jobs.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import ch.qos.logback.core.status.ErrorStatus;
import ch.qos.logback.core.status.OnErrorConsoleStatusListener;
import ch.qos.logback.core.status.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator, or his log collector, reads afterwards. */
class LogFileTests {
    private static final Logger LOG = LoggerFactory.getLogger(LogFileTests.class);

    @TempDir
    Path folder;

    private LogFile open() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of("SPRING_DATASOURCE_PASSWORD", "s3cret-pass", "spring.mail.password", "another-one")));
        return Objects.requireNonNull(LogFile.open(folder, environment));
    }

    private List<JsonNode> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name)).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    @Test
    void writesOneObjectALineWithWhatItIsAbout() throws IOException {
        try (LogFile file = open();
                MDC.MDCCloseable run = MDC.putCloseable("run", "2026-Q3/7")) {
            assertThat(file).isNotNull();
            LOG.warn("two\nlines “{}”", "乡镇");
        }

        assertThat(lines("xiangbao.log")).singleElement().satisfies(line -> {
            assertThat(line.get("level").asString()).isEqualTo("WARN");
            assertThat(line.get("message").asString()).isEqualTo("two\nlines “乡镇”");
            assertThat(line.get("run").asString()).isEqualTo("2026-Q3/7");
            assertThat(line.get("time").asString())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+08:00");
        });
    }

    @Test
    void saysOnceThatTheDiskIsFull() {
        // as Logback's file appender says it, for each line that it loses
        Status lost = new ErrorStatus(
                "IO failure while writing to file [xiangbao.log]", this, new IOException("No space left on device"));
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        var own = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(LogFile.class);
        own.addAppender(said);
        // what Spring Boot adds
        OnErrorConsoleStatusListener traces = new OnErrorConsoleStatusListener();
        traces.setContext(own.getLoggerContext());
        own.getLoggerContext().getStatusManager().add(traces);
        PrintStream before = System.err;
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try (LogFile file = open()) {
            traces.start();
            assertThat(file).isNotNull();
            for (int line = 0; line < 5; line++) {
                own.getLoggerContext().getStatusManager().add(lost);
            }
        } finally {
            System.setErr(before);
            own.detachAppender(said);
        }

        assertThat(said.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("日志写不进去，这次的记录不全（No space left on device）");
        assertThat(errors.toString(StandardCharsets.UTF_8)).doesNotContain("\tat ");
    }

    @Test
    void hidesSecretsWhereverTheyStand() throws IOException {
        try (LogFile file = open()) {
            assertThat(file).isNotNull();
            LOG.warn("connecting with s3cret-pass", new IOException("refused another-one"));
            LOG.warn("jdbc:mysql://host/x?user=a&password=written-here&useSSL=false");
        }

        assertThat(Files.readString(folder.resolve("xiangbao.log")))
                .doesNotContain("s3cret-pass", "another-one", "written-here")
                .contains("connecting with ***", "refused ***", "password=***&useSSL=false");
    }

    @Test
    void keepsNoMessageThatMayQuoteACell() throws IOException {
        try (LogFile file = open()) {
            assertThat(file).isNotNull();
            LOG.warn(
                    "storing failed",
                    new IllegalStateException(
                            "claim 3 ended", new SQLException("Data too long: '张三 13800000000'", "22001", 1406)));
            LOG.warn("reading failed", new NumberFormatException("For input string: 13800000000"));
        }

        assertThat(Files.readString(folder.resolve("xiangbao.log")))
                .doesNotContain("13800000000", "张三")
                .contains("claim 3 ended", "java.sql.SQLException", "java.lang.NumberFormatException");
    }

    @Test
    void letsASecondProcessWriteItsOwn() throws IOException {
        try (LogFile first = open();
                LogFile second = open()) {
            assertThat(first).isNotNull();
            assertThat(second).isNotNull();
            LOG.warn("both hear it");
        }

        assertThat(lines("xiangbao.log")).hasSize(1);
        assertThat(lines("xiangbao-2.log")).hasSize(1);
    }
}

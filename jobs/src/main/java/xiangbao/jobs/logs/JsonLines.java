package xiangbao.jobs.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON object a line: time, level, logger, thread, message, the run, claim or submission that the thread was about, and the failure. Of a failure only
 * those messages are kept that cannot repeat what a cell holds.
 */
final class JsonLines extends EncoderBase<ILoggingEvent> {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneId.of("Asia/Shanghai"));
    private static final int FRAMES = 40;
    private static final int CAUSES = 8;
    private static final byte[] NOTHING = {};

    private final Secrets secrets;

    JsonLines(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", TIME.format(Instant.ofEpochMilli(event.getTimeStamp())));
        line.put("level", event.getLevel().toString());
        line.put("logger", event.getLoggerName());
        line.put("thread", event.getThreadName());
        line.put("message", secrets.hide(String.valueOf(event.getFormattedMessage())));
        line.putAll(new TreeMap<>(event.getMDCPropertyMap()));
        if (event.getThrowableProxy() != null) {
            line.put("error", failures(event.getThrowableProxy()));
        }
        return (MAPPER.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private List<Map<String, Object>> failures(IThrowableProxy outermost) {
        List<Map<String, Object>> failures = new ArrayList<>();
        IThrowableProxy failure = outermost;
        while (failure != null && failures.size() < CAUSES) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("type", failure.getClassName());
            String message = failure.getMessage();
            if (message != null && tellsNoContent(failure.getClassName())) {
                one.put("message", secrets.hide(message));
            }
            List<String> stack = new ArrayList<>();
            StackTraceElementProxy[] frames = failure.getStackTraceElementProxyArray();
            int own = frames.length - failure.getCommonFrames();
            for (int index = 0; index < Math.min(own, FRAMES); index++) {
                stack.add(frames[index].getStackTraceElement().toString());
            }
            one.put("stack", stack);
            failures.add(one);
            failure = failure.getCause();
        }
        return failures;
    }

    /** A database or a parser may quote the value that it stumbled over; files, sockets, the framework and we ourselves do not. */
    private static boolean tellsNoContent(String type) {
        if (type.contains(".dao.") || type.contains(".jdbc.")) {
            return false;
        }
        return type.startsWith("xiangbao.")
                || type.startsWith("java.io.")
                || type.startsWith("java.nio.")
                || type.startsWith("java.net.")
                || type.startsWith("org.springframework.")
                || type.startsWith("org.quartz.")
                || type.startsWith("org.flywaydb.")
                || type.equals("java.lang.IllegalStateException");
    }

    @Override
    public byte @Nullable [] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte @Nullable [] footerBytes() {
        return NOTHING;
    }
}

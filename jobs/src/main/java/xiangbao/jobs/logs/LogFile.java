package xiangbao.jobs.logs;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import ch.qos.logback.core.status.StatusManager;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import xiangbao.jobs.workspace.OwnerOnly;

/**
 * {@code workspace/logs/xiangbao.log}: a new file every day and whenever one grows large, kept for thirty days. A second process on the same workspace writes
 * {@code xiangbao-2.log} and so on, because two cannot roll one file.
 */
public final class LogFile implements AutoCloseable {
    private static final int MOST_PROCESSES = 64;
    private static final int DAYS = 30;
    private static final FileSize LARGE = FileSize.valueOf("20MB");
    private static final FileSize ALL = FileSize.valueOf("1GB");

    /** Says once that the log cannot be written, on a full disk say: Logback by itself prints a stack trace for each line that is lost. */
    private static final class LostLines implements StatusListener {
        private final AtomicBoolean told = new AtomicBoolean();

        @Override
        public void addStatusEvent(Status status) {
            if (status.getEffectiveLevel() == Status.ERROR && told.compareAndSet(false, true)) {
                Throwable cause = status.getThrowable();
                LoggerFactory.getLogger(LogFile.class)
                        .warn(
                                "日志写不进去，这次的记录不全（{}）",
                                cause == null || cause.getMessage() == null ? status.getMessage() : cause.getMessage());
            }
        }
    }

    private final FileChannel claim;
    private final RollingFileAppender<ILoggingEvent> appender;

    private LogFile(FileChannel claim, RollingFileAppender<ILoggingEvent> appender) {
        this.claim = claim;
        this.appender = appender;
    }

    /** Starts to write; null where logs cannot be written, which must stop nobody's work. */
    public static @Nullable LogFile open(Path folder, ConfigurableEnvironment environment) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return null;
        }
        try {
            OwnerOnly.folder(folder);
            for (int number = 1; number <= MOST_PROCESSES; number++) {
                String name = number == 1 ? "xiangbao" : "xiangbao-" + number;
                FileChannel claim = FileChannel.open(
                        folder.resolve("." + name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (lock(claim) != null) {
                    LogFile log = new LogFile(claim, appender(context, folder, name, Secrets.of(environment)));
                    OwnerOnly.folder(folder);
                    return log;
                }
                claim.close();
            }
        } catch (IOException failure) {
            LoggerFactory.getLogger(LogFile.class).warn("no log is written: {}", failure.toString());
        }
        return null;
    }

    private static @Nullable FileLock lock(FileChannel claim) throws IOException {
        try {
            return claim.tryLock();
        } catch (OverlappingFileLockException heldByUs) {
            return null;
        }
    }

    private static RollingFileAppender<ILoggingEvent> appender(
            LoggerContext context, Path folder, String name, Secrets secrets) {
        JsonLines lines = new JsonLines(secrets);
        lines.setContext(context);
        lines.start();
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName(folder.resolve(name).toString());
        appender.setFile(folder.resolve(name + ".log").toString());
        appender.setEncoder(lines);
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(folder.resolve(name + ".%d{yyyy-MM-dd, Asia/Shanghai}.%i.log.gz")
                .toString());
        policy.setMaxFileSize(LARGE);
        policy.setMaxHistory(DAYS);
        policy.setTotalSizeCap(ALL);
        policy.start();
        StatusManager said = context.getStatusManager();
        said.getCopyOfStatusListenerList().forEach(said::remove);
        said.add(new LostLines());
        appender.setRollingPolicy(policy);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        return appender;
    }

    @Override
    public void close() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(appender);
        }
        appender.stop();
        try {
            claim.close();
        } catch (IOException failure) {
            LoggerFactory.getLogger(LogFile.class).debug("closing the log failed", failure);
        }
    }
}

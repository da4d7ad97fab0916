package xiangbao.jobs.worker;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xiangbao.jobs.store.Transience;
import xiangbao.jobs.store.Work;

/** Tries again what failed because of a deadlock, a lost connection or a server that is being restarted: after longer and longer pauses, and not for ever. */
public final class Attempts {
    public static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(200),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(15));
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final List<Duration> pauses;
    private final StopRequest stop;

    Attempts(List<Duration> pauses, StopRequest stop) {
        this.pauses = List.copyOf(pauses);
        this.stop = stop;
    }

    /** The work must be such that it may be done again, whatever it had come to. */
    public <T, E extends Exception> T at(Work<T, E> work) throws E {
        for (Duration pause : pauses) {
            try {
                return work.call();
            } catch (RuntimeException failure) {
                if (stop.isUp() || !Transience.passes(failure)) {
                    throw failure;
                }
                LOG.warn("the database failed, trying again: {}", failure.getMessage());
                sleep(pause);
            }
        }
        return work.call();
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package xiangbao.jobs.worker;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes on how far the run at hand has come. */
public final class ProgressBoard {
    private static final Logger LOG = LoggerFactory.getLogger(ProgressBoard.class);
    private volatile RunListener listener = RunListener.SILENT;
    private volatile String current = "";
    private final AtomicInteger done = new AtomicInteger();

    public void listen(RunListener next) {
        listener = next;
        current = "";
    }

    /** For the log alone: what comes now. */
    public void phase(String name) {
        LOG.info("now {}", name);
    }

    public void begin(String step, int total) {
        current = step;
        done.set(0);
        listener.advanced(step, 0, total);
    }

    public void one(String step, int total) {
        if (!current.equals(step)) {
            begin(step, total);
        }
        listener.advanced(step, Math.min(done.incrementAndGet(), Math.max(total, 1)), total);
    }
}

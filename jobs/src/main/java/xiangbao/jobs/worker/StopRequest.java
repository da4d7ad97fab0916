package xiangbao.jobs.worker;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * Asks whatever is running to stop at its next chunk, step or unit of work, so that nothing is cut off when the pools close. What stops this way is finished
 * by the next start.
 */
public final class StopRequest implements StepExecutionListener {
    private final Set<StepExecution> steps = ConcurrentHashMap.newKeySet();
    private boolean up;
    private int busy;

    /** Marks the time that somebody is at work. */
    public interface Busy extends AutoCloseable {
        @Override
        void close();
    }

    public synchronized Busy busy() {
        if (up) {
            throw new OfficeStoppedException();
        }
        busy++;
        return () -> {
            synchronized (this) {
                busy--;
                notifyAll();
            }
        };
    }

    public synchronized void raise() {
        up = true;
        steps.forEach(StepExecution::setTerminateOnly);
    }

    public synchronized boolean isUp() {
        return up;
    }

    /** Returns false when somebody is still at work after that time. */
    public synchronized boolean awaitQuiet(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (busy > 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Called between units of work that may take long; ends the step as stopped when the sign is up. */
    public void heed() {
        if (isUp()) {
            throw new IllegalStateException(new JobInterruptedException("asked to stop"));
        }
    }

    @Override
    public synchronized void beforeStep(StepExecution step) {
        steps.add(step);
        if (up) {
            step.setTerminateOnly();
        }
    }

    @Override
    public synchronized org.springframework.batch.core.ExitStatus afterStep(StepExecution step) {
        steps.remove(step);
        return step.getExitStatus();
    }
}

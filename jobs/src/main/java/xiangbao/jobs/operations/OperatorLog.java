package xiangbao.jobs.operations;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xiangbao.jobs.store.operations.LoggedAction;
import xiangbao.jobs.store.operations.OperatorLogTable;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.jobs.workspace.Troubles;
import xiangbao.jobs.workspace.UnusableBackupException;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * Sees to it that nothing changes the state without a line in the operator log. A person's action is noted before it begins, so that a killed one shows; a
 * schedule, which looks every few seconds and mostly finds nothing, is noted when it has done something.
 */
public final class OperatorLog {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorLog.class);

    private final OperatorLogTable log;
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock();
    private final Map<String, String> lastFailures = new ConcurrentHashMap<>();

    public OperatorLog(OperatorLogTable log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Has something done and notes it, alone: of two orders to one office the second waits. The work is told the number of its line; 0 when it has none yet. */
    public <A> A keep(OperatorAction action, LongFunction<A> work, Function<A, OperatorAction.End> end) {
        return alone(() -> beside(action, work, end));
    }

    /** The same, beside whatever else is going on. */
    public <A> A beside(OperatorAction action, LongFunction<A> work, Function<A, OperatorAction.End> end) {
        return action.cause().kind() == Cause.Kind.SCHEDULE
                ? afterwards(action, work, end)
                : throughout(action, work, end);
    }

    /** Has something done that changes nothing, but must not see half of a change. */
    public <A> A alone(Supplier<A> work) {
        one.lock();
        try {
            return work.get();
        } finally {
            one.unlock();
        }
    }

    private <A> A throughout(OperatorAction action, LongFunction<A> work, Function<A, OperatorAction.End> end) {
        long line = begins(action);
        A answer;
        try {
            answer = work.apply(line);
        } catch (RuntimeException | Error failure) {
            ends(line, failure);
            throw failure;
        }
        ends(line, end.apply(answer));
        return answer;
    }

    private <A> A afterwards(OperatorAction action, LongFunction<A> work, Function<A, OperatorAction.End> end) {
        LocalDateTime began = now();
        A answer;
        try {
            answer = work.apply(0);
        } catch (RuntimeException | Error failure) {
            // what fails every few seconds fails once in the log
            if (!reason(failure).equals(lastFailures.put(action.command(), reason(failure)))) {
                try {
                    ends(begins(action, began), failure);
                } catch (RuntimeException unreachable) {
                    LOG.warn("the failure of {} could not be noted", action.command(), unreachable);
                }
            }
            throw failure;
        }
        lastFailures.remove(action.command());
        OperatorAction.End ended = end.apply(answer);
        if (!ended.idle()) {
            note(action, began, ended);
        }
        return answer;
    }

    /** Notes something that is done already. */
    public void note(OperatorAction action, LocalDateTime began, OperatorAction.End end) {
        ends(begins(action, began), end);
    }

    /** Notes the beginning of something that goes on until it is told to end. */
    public long begins(OperatorAction action) {
        return begins(action, now());
    }

    private long begins(OperatorAction action, LocalDateTime at) {
        return log.begins(
                at,
                action.cause().actor(),
                action.command(),
                action.arguments(),
                action.cause().reason(),
                action.period().map(ReferencePeriod::toString).orElse(""));
    }

    public void ends(long line, OperatorAction.End end) {
        log.ends(line, now(), end.exit(), end.detail(), end.runs());
    }

    private void ends(long line, Throwable failure) {
        boolean refused = failure instanceof UnusableBackupException || failure instanceof OrderMistakeException;
        try {
            log.ends(line, now(), refused ? 2 : 3, reason(failure), List.of());
        } catch (RuntimeException unreachable) {
            // the failure itself is what matters; without an end the action looks killed, which is near enough
            LOG.warn("the end of an action could not be noted", unreachable);
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String known = Troubles.sentence(failure).orElse(null);
        if (known != null) {
            return known;
        }
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    /** 操作日志: what changed the state, or only what concerns a period; oldest first. */
    public List<LoggedAction> actions(java.util.Optional<ReferencePeriod> period) {
        return log.actions().stream()
                .filter(action ->
                        period.isEmpty() || action.concerns(period.get().toString()))
                .toList();
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }
}

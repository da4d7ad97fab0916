package xiangbao.jobs.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * What every transaction of a thread asserts before it does anything: that the thread still holds what it works on. The assertion locks the row that says
 * so until the transaction ends, so that nobody can take over in its middle.
 */
public final class Fence {
    /** Throws {@link LostLeaseException} when what was held is lost. */
    @FunctionalInterface
    public interface Assertion {
        void check(Connection connection) throws SQLException;
    }

    private final ThreadLocal<Deque<Assertion>> standing = ThreadLocal.withInitial(ArrayDeque::new);
    private final ThreadLocal<Boolean> asserted = ThreadLocal.withInitial(() -> false);

    public <T, E extends Exception> T within(Assertion assertion, Work<T, E> work) throws E {
        put(assertion);
        try {
            return work.call();
        } finally {
            remove(assertion);
        }
    }

    void put(Assertion assertion) {
        standing.get().push(assertion);
    }

    void remove(Assertion assertion) {
        Deque<Assertion> all = standing.get();
        all.remove(assertion);
        if (all.isEmpty()) {
            standing.remove();
        }
    }

    /** Asserts everything on a new transaction's connection; a transaction within an asserted one needs no assertion of its own. */
    boolean begin(Connection connection) throws SQLException {
        if (standing.get().isEmpty()) {
            standing.remove();
            return false;
        }
        if (asserted.get()) {
            return false;
        }
        // the older first: one order of locking for everybody
        for (Iterator<Assertion> each = standing.get().descendingIterator(); each.hasNext(); ) {
            each.next().check(connection);
        }
        asserted.set(true);
        return true;
    }

    void end() {
        asserted.remove();
    }
}

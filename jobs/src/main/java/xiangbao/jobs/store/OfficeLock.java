package xiangbao.jobs.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * Under which verdicts, runs, seals and corrections are written, by one process and one thread at a time. It is a row of the table {@code desk}, locked in a
 * transaction of its own: the server frees it when a process dies. Should the server free it while its holder lives on (a lost connection), the holder's
 * next transaction fails with {@link LostLeaseException}.
 */
public final class OfficeLock {
    private static final Logger LOG = LoggerFactory.getLogger(OfficeLock.class);
    /** Lock wait time-out and deadlock, of MySQL and of H2: waiting goes on. */
    private static final Set<Integer> STILL_WAITING = Set.of(1205, 1213, 50200, 40001);

    private final DataSource source;
    private final Fence fence;
    private final ReentrantLock here = new ReentrantLock(true);
    private @Nullable Holding holding;

    private record Holding(Connection connection, Fence.Assertion assertion) {}

    OfficeLock(DataSource source, Fence fence) {
        this.source = source;
        this.fence = fence;
    }

    /** Waits for the lock, works under it, and frees it; a thread that holds it already just works. */
    public <T, E extends Exception> T hold(Work<T, E> work) throws E {
        enter();
        try {
            return work.call();
        } finally {
            leave();
        }
    }

    /** Waits for the lock. Must not be called within a transaction: it comes before any other lock. */
    public void enter() {
        here.lock();
        if (here.getHoldCount() > 1) {
            return;
        }
        try {
            Connection connection = waitForRow();
            try {
                long epoch = countLocking();
                Fence.Assertion assertion = other -> assertEpoch(other, epoch);
                fence.put(assertion);
                holding = new Holding(connection, assertion);
            } catch (RuntimeException failure) {
                release(connection);
                throw failure;
            }
        } catch (RuntimeException failure) {
            here.unlock();
            throw failure;
        }
    }

    /** Whether this thread holds it. */
    public boolean isHeld() {
        return here.isHeldByCurrentThread();
    }

    public void leave() {
        Holding held = holding;
        if (here.getHoldCount() == 1 && held != null) {
            holding = null;
            fence.remove(held.assertion());
            release(held.connection());
        }
        here.unlock();
    }

    private Connection waitForRow() {
        while (true) {
            Connection connection = null;
            try {
                connection = source.getConnection();
                connection.setAutoCommit(false);
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("select epoch from desk where id = 1 for update")) {
                    if (!row.next()) {
                        throw new IllegalStateException("the desk has no row");
                    }
                }
                return connection;
            } catch (SQLException failure) {
                release(connection);
                if (!STILL_WAITING.contains(failure.getErrorCode())) {
                    throw translated(failure);
                }
                LOG.info("another process is at the desk");
            } catch (RuntimeException failure) {
                release(connection);
                throw failure;
            }
        }
    }

    /** Nobody else counts while the first row is locked; it waits for what is left of the transactions of a holder who lost it. */
    private long countLocking() {
        while (true) {
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(true);
                try (Statement statement = connection.createStatement()) {
                    statement.executeUpdate("update desk set epoch = epoch + 1 where id = 2");
                    try (ResultSet row = statement.executeQuery("select epoch from desk where id = 2")) {
                        row.next();
                        return row.getLong(1);
                    }
                }
            } catch (SQLException failure) {
                if (!STILL_WAITING.contains(failure.getErrorCode())) {
                    throw translated(failure);
                }
            }
        }
    }

    private static void assertEpoch(Connection connection, long epoch) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select epoch from desk where id = 2 for update");
                ResultSet row = statement.executeQuery()) {
            if (!row.next() || row.getLong(1) != epoch) {
                throw new LostLeaseException("another process is at the desk");
            }
        }
    }

    private static RuntimeException translated(SQLException failure) {
        RuntimeException known = new SQLExceptionSubclassTranslator().translate("desk", null, failure);
        return known == null ? new IllegalStateException(failure) : known;
    }

    private static void release(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.rollback();
        } catch (SQLException broken) {
            LOG.debug("the connection of the desk is broken", broken);
        }
        JdbcUtils.closeConnection(connection);
    }
}

package xiangbao.jobs.store;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells failures of the database that pass from those that stay. */
public final class Transience {
    private Transience() {}

    /** A deadlock, a lock that was waited for too long, a connection that was lost, a server that is being restarted. */
    public static boolean passes(@Nullable Throwable failure) {
        int depth = 0;
        for (Throwable one = failure; one != null && depth++ < 30; one = one.getCause()) {
            if (one instanceof TransientDataAccessException
                    || one instanceof RecoverableDataAccessException
                    || one instanceof DataAccessResourceFailureException
                    || one instanceof CannotCreateTransactionException
                    || one instanceof LostLeaseException
                    || one instanceof SQLTransientException
                    || one instanceof SQLRecoverableException
                    || one instanceof SQLNonTransientConnectionException) {
                return true;
            }
        }
        return false;
    }
}

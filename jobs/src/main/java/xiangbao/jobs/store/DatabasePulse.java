package xiangbao.jobs.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import javax.sql.DataSource;

/** Whether a database answers. */
public final class DatabasePulse {
    private static final int SECONDS = 5;

    private DatabasePulse() {}

    /** Why it does not answer; nothing when it does. */
    public static Optional<Throwable> failure(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(SECONDS)
                    ? Optional.empty()
                    : Optional.of(new SQLTransientConnectionException("no answer within " + SECONDS + " s"));
        } catch (SQLException failure) {
            return Optional.of(failure);
        }
    }
}

package xiangbao.jobs.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** Lets every transaction begin with what the {@link Fence} of its thread asserts, those of Spring Batch included. */
final class FencedTransactions extends JdbcTransactionManager {
    private static final long serialVersionUID = 1L;

    private final transient Fence fence;
    private final transient Set<Object> asserting = ConcurrentHashMap.newKeySet();

    FencedTransactions(DataSource source, Fence fence) {
        super(source);
        this.fence = fence;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Connection connection = DataSourceUtils.getConnection(obtainDataSource());
        try {
            if (fence.begin(connection)) {
                asserting.add(transaction);
            }
        } catch (SQLException failure) {
            undo(transaction, connection);
            throw translateException("fence", failure);
        } catch (RuntimeException lost) {
            undo(transaction, connection);
            throw lost;
        }
    }

    private void undo(Object transaction, Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException broken) {
            logger.debug("rolling back failed", broken);
        }
        doCleanupAfterCompletion(transaction);
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        if (asserting.remove(transaction)) {
            fence.end();
        }
        super.doCleanupAfterCompletion(transaction);
    }
}

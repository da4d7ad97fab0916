package xiangbao.jobs.store.claims;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import xiangbao.jobs.store.Fence;
import xiangbao.jobs.store.LostLeaseException;
import xiangbao.jobs.store.Work;

/** Who works on which claim. A claim changes hands by compare-and-set; what its holder does is fenced. */
public class Claims {
    private record Owner(@Nullable Long worker, int epoch) {}

    private final JdbcClient jdbc;
    private final Manifest manifest;
    private final Fence fence;

    Claims(JdbcClient jdbc, Manifest manifest, Fence fence) {
        this.jdbc = jdbc;
        this.manifest = manifest;
        this.fence = fence;
    }

    /** Opens a claim that belongs to a worker from the start. */
    @Transactional
    public Lease open(ClaimOrder order, LocalDateTime now, long worker) {
        long claim = manifest.openClaim(order, now);
        jdbc.sql("update claim set owner_id = ?, epoch = 1 where id = ?")
                .param(worker)
                .param(claim)
                .update();
        return new Lease(claim, worker, 1);
    }

    /**
     * Gives a claim to a worker: one that is his, nobody's, or of an owner who is dead. Empty when a living one has it, or was faster.
     *
     * @param dead tells whether another worker is dead
     */
    @Transactional
    public Optional<Lease> take(long claim, long worker, LongPredicate dead) {
        Owner owner = jdbc.sql("select owner_id, epoch from claim where id = ?")
                .param(claim)
                .query((row, number) -> new Owner(row.getObject("owner_id", Long.class), row.getInt("epoch")))
                .single();
        Long other = owner.worker();
        if (other != null && other == worker) {
            return Optional.of(new Lease(claim, worker, owner.epoch()));
        }
        if (other != null && !dead.test(other)) {
            return Optional.empty();
        }
        int taken = jdbc.sql("update claim set owner_id = ?, epoch = epoch + 1 where id = ? and epoch = ?")
                .param(worker)
                .param(claim)
                .param(owner.epoch())
                .update();
        return taken == 1 ? Optional.of(new Lease(claim, worker, owner.epoch() + 1)) : Optional.empty();
    }

    public boolean isHeld(Lease lease) {
        return jdbc.sql("select epoch from claim where id = ?")
                .param(lease.claim())
                .query(Integer.class)
                .optional()
                .filter(epoch -> epoch == lease.epoch())
                .isPresent();
    }

    /** Works on a claim: every transaction of this thread asserts first that the claim is still held. */
    public <T, E extends Exception> T within(Lease lease, Work<T, E> work) throws E {
        return fence.within(connection -> check(connection, lease), work);
    }

    private static void check(Connection connection, Lease lease) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select owner_id, epoch from claim where id = ? for update")) {
            statement.setLong(1, lease.claim());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || row.getLong(1) != lease.worker() || row.getInt(2) != lease.epoch()) {
                    throw new LostLeaseException("claim " + lease.claim() + " was taken over");
                }
            }
        }
    }
}

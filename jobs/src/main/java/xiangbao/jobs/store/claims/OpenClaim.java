package xiangbao.jobs.store.claims;

import java.time.LocalDateTime;
import java.util.Optional;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * A claim: one taking of the inbox, or one rerun.
 *
 * @param listed whether its manifest is complete
 */
public record OpenClaim(long id, ClaimOrder order, boolean listed, LocalDateTime openedAt) {
    public Optional<ReferencePeriod> period() {
        return order.period();
    }
}

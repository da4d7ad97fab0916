package xiangbao.jobs.store;

import java.time.LocalDateTime;
import java.util.Optional;
import xiangbao.statistics.model.ReferencePeriod;

/**
 * A claim, one taking of the inbox.
 *
 * @param period the county period that was asked for
 * @param listed whether its manifest is complete
 */
public record OpenClaim(long id, Optional<ReferencePeriod> period, boolean listed, LocalDateTime openedAt) {}

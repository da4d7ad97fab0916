package xiangbao.jobs.store.runs;

import java.time.LocalDateTime;
import xiangbao.jobs.store.StoredCause;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * A run that is about to be fixed.
 *
 * @param number within its period, from 1
 * @param configuration digest of the configuration
 * @param templates digest of the report templates
 * @param basisDigest over everything that the basis says
 * @param vintage 初步数, 定案数 or 修订数
 * @param cause what the claim behind it says
 * @param requestedAt when it was asked for
 * @param fixedAt when its basis was fixed
 */
public record NewRun(
        ReferencePeriod period,
        int number,
        String configuration,
        String templates,
        String programVersion,
        String basisDigest,
        String vintage,
        StoredCause cause,
        LocalDateTime requestedAt,
        LocalDateTime fixedAt) {}

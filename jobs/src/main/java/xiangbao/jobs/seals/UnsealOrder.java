package xiangbao.jobs.seals;

import xiangbao.jobs.operations.Cause;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * 解除定案: opens a sealed county period again.
 *
 * @param cause the reason stands with it
 */
public record UnsealOrder(ReferencePeriod period, Cause cause) {}

package xiangbao.jobs;

import xiangbao.statistics.periods.ReferencePeriod;

/**
 * 定案: makes the result of a county period final.
 *
 * @param incomplete whether to seal although submissions are missing, returned or pending
 * @param cause the reason stands with the seal
 */
public record SealOrder(ReferencePeriod period, boolean incomplete, Cause cause, RunListener listener) {}

/**
 * One process at work: heartbeat, lease of a claim, retry, stop, progress. What it works at is not here: that is {@code pipeline}.
 *
 * <p>See decision 0012 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.jobs.worker;

import org.jspecify.annotations.NullMarked;

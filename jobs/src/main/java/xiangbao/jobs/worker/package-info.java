/** One process at work: heartbeat, lease of a claim, retry, stop, progress. What it works at is not here: that is {@code pipeline}. */
@NullMarked
package xiangbao.jobs.worker;

import org.jspecify.annotations.NullMarked;

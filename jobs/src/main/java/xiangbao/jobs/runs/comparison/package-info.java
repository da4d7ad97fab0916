/**
 * The history of runs: what differs between two, why, and whether one comes out again from its basis.
 *
 * <p>See decision 0015 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.jobs.runs.comparison;

import org.jspecify.annotations.NullMarked;

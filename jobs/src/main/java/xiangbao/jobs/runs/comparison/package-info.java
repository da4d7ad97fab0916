/** The history of runs: what differs between two, why, and whether one comes out again from its basis. */
@NullMarked
package xiangbao.jobs.runs.comparison;

import org.jspecify.annotations.NullMarked;

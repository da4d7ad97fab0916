/** The tables of runs: a numbered result of a period with its basis, its figures and its targets. What makes a result final is in {@code store.seals}. */
@NullMarked
package xiangbao.jobs.store.runs;

import org.jspecify.annotations.NullMarked;

/** A numbered result of a period: its basis, figures, targets and publications. What differs between two is in {@code runs.comparison}; who orders one is in {@code pipeline}. */
@NullMarked
package xiangbao.jobs.runs;

import org.jspecify.annotations.NullMarked;

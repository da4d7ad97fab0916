/** The tables of what was read and judged: submissions with their figures, findings and reviews. What people said about the findings is in {@code store.decisions}. */
@NullMarked
package xiangbao.jobs.store.submissions;

import org.jspecify.annotations.NullMarked;

/**
 * Doing again what was done before, or saying what would come of it.
 *
 * <p>See decision 0014 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.jobs.reruns;

import org.jspecify.annotations.NullMarked;

/** Doing again what was done before, or saying what would come of it. */
@NullMarked
package xiangbao.jobs.reruns;

import org.jspecify.annotations.NullMarked;

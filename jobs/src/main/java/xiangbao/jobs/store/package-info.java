/** The only place that speaks SQL. */
@NullMarked
package xiangbao.jobs.store;

import org.jspecify.annotations.NullMarked;

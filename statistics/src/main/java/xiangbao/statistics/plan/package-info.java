/** The county plan: targets and tasks, and how far they have come. */
@NullMarked
package xiangbao.statistics.plan;

import org.jspecify.annotations.NullMarked;

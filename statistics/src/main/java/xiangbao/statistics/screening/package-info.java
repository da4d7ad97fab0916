/** Looks over all units of a period at once for what no single submission shows. */
@NullMarked
package xiangbao.statistics.screening;

import org.jspecify.annotations.NullMarked;

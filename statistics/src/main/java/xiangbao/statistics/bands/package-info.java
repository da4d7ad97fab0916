/**
 * 参考范围: what is usual of each figure in all units, and how it is learned from stored periods, by order alone. Not here: holding a figure against it; that is
 * {@link xiangbao.statistics.screens}.
 *
 * <p>See decision 0039 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.statistics.bands;

import org.jspecify.annotations.NullMarked;

/**
 * 汇总: adds accepted submissions up, with coverage, and keeps every figure traceable to its cells.
 *
 * <p>See decision 0024 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.statistics.aggregate;

import org.jspecify.annotations.NullMarked;

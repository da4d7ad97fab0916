/** 汇总: adds accepted submissions up, with coverage, and keeps every figure traceable to its cells. */
@NullMarked
package xiangbao.statistics.aggregate;

import org.jspecify.annotations.NullMarked;

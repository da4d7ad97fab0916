/**
 * 错误定位: which cell is wrong where relations fail, and what probably happened. Knows neither relations nor workbooks: audit shows it both as rules and cells.
 *
 * <p>See decision 0040 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.statistics.diagnosis;

import org.jspecify.annotations.NullMarked;

/**
 * Computes the simple formulas of cells anew. No more than what clerks use: whatever goes beyond that stays undecided.
 */
@NullMarked
package xiangbao.readers.excel.formula;

import org.jspecify.annotations.NullMarked;

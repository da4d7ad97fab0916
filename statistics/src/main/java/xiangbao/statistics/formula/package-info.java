/** The language of audit formulas: exact, three-valued, bounded; one language for relations, derived indicators and targets. */
@NullMarked
package xiangbao.statistics.formula;

import org.jspecify.annotations.NullMarked;

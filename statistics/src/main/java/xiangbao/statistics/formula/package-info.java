/**
 * The language of audit formulas: exact, three-valued, bounded; one language for relations, derived indicators and targets. Not here: the figures it computes
 * with, which are {@link xiangbao.statistics.figures}.
 */
@NullMarked
package xiangbao.statistics.formula;

import org.jspecify.annotations.NullMarked;

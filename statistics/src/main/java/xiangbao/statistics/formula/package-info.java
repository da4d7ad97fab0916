/**
 * The language of audit formulas: exact, three-valued, bounded; one language for relations, derived indicators and targets. Not here: the figures it computes
 * with, which are {@link xiangbao.statistics.figures}.
 *
 * <p>See decisions 0005 and 0031 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.statistics.formula;

import org.jspecify.annotations.NullMarked;

/**
 * What formulas come to on figures: exact, three-valued, bounded, and told in row titles with the reason where one does not hold. Not here: which figures those
 * are; audit and aggregate bring them as {@link xiangbao.statistics.figures.Figures}.
 */
@NullMarked
package xiangbao.statistics.evaluation;

import org.jspecify.annotations.NullMarked;

/**
 * The language of audit formulas: one language for relations, derived indicators and targets, how it is read, what its words mean where a formula stands, and
 * what is wrong with one. Not here: what a formula comes to; that is {@link xiangbao.statistics.evaluation}.
 *
 * <p>See decisions 0005 and 0031 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.statistics.formula;

import org.jspecify.annotations.NullMarked;

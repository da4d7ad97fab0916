/**
 * Figures as they are computed with: exact numbers, what stands in a cell or a ledger's line or why nothing does, and how a number is written for people and
 * for files. Not here: whose figures they are and from which cell; that is {@link xiangbao.statistics.submissions}.
 *
 * <p>See decisions 0035 and 0037 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.statistics.figures;

import org.jspecify.annotations.NullMarked;

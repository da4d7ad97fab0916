/**
 * Blank workbooks to fill: forms drawn from their definitions, with what was reported before beside the cells.
 *
 * <p>See decision 0022 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.reports.blank;

import org.jspecify.annotations.NullMarked;

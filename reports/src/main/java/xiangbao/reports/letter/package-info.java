/**
 * 情况通报: the letter to the county's leaders and units, paragraph by paragraph. How a letter is filled in says {@code template}.
 *
 * <p>See decision 0025 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.reports.letter;

import org.jspecify.annotations.NullMarked;

/**
 * 默认审核: holds single figures against their own past and against what a unit is like, without a relation for each.
 *
 * <p>See decision 0038 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.statistics.screens;

import org.jspecify.annotations.NullMarked;

/**
 * 疑似用错单位: whether a clerk typed figures in another 计量单位 than the form's, from what relations and the unit's past say of them. Not here: what the units are and
 * which may be mistaken; that is {@link xiangbao.statistics.measures}.
 *
 * <p>See decision 0034 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.statistics.mistakenunits;

import org.jspecify.annotations.NullMarked;

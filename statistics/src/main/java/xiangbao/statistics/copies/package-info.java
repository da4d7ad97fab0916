/**
 * 照抄: finds figures that repeat those of another period or of another unit more often than chance lets them.
 *
 * <p>See decision 0041 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.statistics.copies;

import org.jspecify.annotations.NullMarked;

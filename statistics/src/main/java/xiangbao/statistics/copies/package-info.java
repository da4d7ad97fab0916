/** 照抄: finds figures that repeat those of another period or of another unit more often than chance lets them. */
@NullMarked
package xiangbao.statistics.copies;

import org.jspecify.annotations.NullMarked;

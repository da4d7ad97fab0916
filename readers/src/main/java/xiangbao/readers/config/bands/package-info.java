/** {@code bands.csv}: the 参考范围 that were learned from earlier periods, read and written. */
@NullMarked
package xiangbao.readers.config.bands;

import org.jspecify.annotations.NullMarked;

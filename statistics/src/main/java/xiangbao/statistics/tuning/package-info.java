/**
 * 默认审核 as the county configures it: which screens there are, and how hard and how far each looks at a figure. Not here: the screens themselves, which are
 * {@link xiangbao.statistics.screens} and {@link xiangbao.statistics.lines}.
 */
@NullMarked
package xiangbao.statistics.tuning;

import org.jspecify.annotations.NullMarked;

/** What a published figure is worth: 核定数 as documents state them, and 初步数, 定案数 or 修订数 of the county's own results. */
@NullMarked
package xiangbao.statistics.publication;

import org.jspecify.annotations.NullMarked;

/**
 * 完成情况: how far each target of the plan has come on a check date, judged on exact figures, counted and told. Not here: what the plan asks; that is {@link
 * xiangbao.statistics.plan}.
 *
 * <p>See decision 0023 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.statistics.progress;

import org.jspecify.annotations.NullMarked;

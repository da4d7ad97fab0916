/**
 * 任务目标: the county plan as the county words it, its targets, what each asks of whom and by when, and how townships share them. Not here: how far targets have
 * come; that is {@link xiangbao.statistics.progress}.
 */
@NullMarked
package xiangbao.statistics.plan;

import org.jspecify.annotations.NullMarked;

/**
 * 目标任务完成情况表: the plan's targets with their lights, the front page of charts and the numbers behind it; the lines of a target for the workbooks of units,
 * which lie in {@code units}.
 */
@NullMarked
package xiangbao.reports.targets;

import org.jspecify.annotations.NullMarked;

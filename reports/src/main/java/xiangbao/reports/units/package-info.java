/** What one unit gets to see of a run: the workbooks of townships (情况) and of responsible departments (目标任务). Their 签字盖章页 is drawn in {@code signatures}. */
@NullMarked
package xiangbao.reports.units;

import org.jspecify.annotations.NullMarked;

/**
 * What goes back to a unit: its own workbook with the doubtful cells marked, or the findings beside a copy, and the receipt for what came. Why something is
 * returned was decided in {@code xiangbao.statistics.audit}.
 */
@NullMarked
package xiangbao.reports.returns;

import org.jspecify.annotations.NullMarked;

/** 报送情况表: who owed what, when it came, and how that is scored. What was found in it is in {@code review}. */
@NullMarked
package xiangbao.reports.reporting;

import org.jspecify.annotations.NullMarked;

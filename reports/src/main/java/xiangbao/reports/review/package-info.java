/**
 * 审核情况表: which findings stand, by relation and by unit, what was explained and waived, and where to look first. The findings are made in {@code
 * xiangbao.statistics.audit}.
 */
@NullMarked
package xiangbao.reports.review;

import org.jspecify.annotations.NullMarked;

/**
 * 汇总表: a workbook for each form with the figures of the county and its units, chosen ones first. What is added up and rounded comes from {@code
 * xiangbao.statistics.aggregate}.
 */
@NullMarked
package xiangbao.reports.summary;

import org.jspecify.annotations.NullMarked;

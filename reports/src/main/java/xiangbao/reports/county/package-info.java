/**
 * What the reports of a county period are printed from: its result, what was owed and what came of it, and what a kind of report is. Nothing is computed here
 * that another program could not read from the result; figures come from {@code xiangbao.statistics}.
 */
@NullMarked
package xiangbao.reports.county;

import org.jspecify.annotations.NullMarked;

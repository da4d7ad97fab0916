/** Blank workbooks to fill: forms drawn from their definitions, with what was reported before beside the cells. */
@NullMarked
package xiangbao.reports.blank;

import org.jspecify.annotations.NullMarked;

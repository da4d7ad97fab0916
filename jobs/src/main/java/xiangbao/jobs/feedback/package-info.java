/** What a unit gets back: its workbook with marks, or a receipt. The workbooks are drawn by {@code reports.returns}. */
@NullMarked
package xiangbao.jobs.feedback;

import org.jspecify.annotations.NullMarked;

/**
 * Reads a workbook into its submissions: every form that is recognised in it, and why any other sheet is none. What the raw cells are stands in
 * {@code readers.excel}.
 */
@NullMarked
package xiangbao.readers.forms;

import org.jspecify.annotations.NullMarked;

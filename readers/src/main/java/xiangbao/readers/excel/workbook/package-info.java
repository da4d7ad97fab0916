/**
 * A workbook as its file stores it: sheets, rows, typed cells, formulas as text; or the reason why a file is none. How a file is read stands in
 * {@code xlsx} and {@code xls}, what a number format shows in {@code format}, what a formula gives in {@code formula}.
 */
@NullMarked
package xiangbao.readers.excel.workbook;

import org.jspecify.annotations.NullMarked;

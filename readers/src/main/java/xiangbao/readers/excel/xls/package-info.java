/**
 * Reads the workbooks of Excel 97 to 2003 with POI. The newer ones are read in {@code xlsx}, without POI.
 */
@NullMarked
package xiangbao.readers.excel.xls;

import org.jspecify.annotations.NullMarked;

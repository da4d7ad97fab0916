/**
 * Reads Office Open XML workbooks with Aalto: only the parts that figures need, and nothing outside the file. The zip around them is opened in
 * {@code archive}.
 */
@NullMarked
package xiangbao.readers.excel.xlsx;

import org.jspecify.annotations.NullMarked;

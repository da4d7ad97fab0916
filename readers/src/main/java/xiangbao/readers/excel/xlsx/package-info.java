/**
 * Reads Office Open XML workbooks with Aalto, from a zip that is inflated here: only the parts that figures need. Nothing outside the file is read.
 */
@NullMarked
package xiangbao.readers.excel.xlsx;

import org.jspecify.annotations.NullMarked;

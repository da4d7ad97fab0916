/** The bytes of a workbook to plain typed values; the only package of the readers that knows POI and Aalto. */
@NullMarked
package xiangbao.readers.excel;

import org.jspecify.annotations.NullMarked;

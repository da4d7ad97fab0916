/**
 * Opens a file as a workbook, by its content and never by its name; each kind of file is read in a package of its own below. The only packages of the
 * readers that know POI and Aalto.
 *
 * <p>See decision 0006 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.readers.excel;

import org.jspecify.annotations.NullMarked;

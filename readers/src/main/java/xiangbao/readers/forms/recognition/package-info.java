/**
 * Which forms a sheet holds and where: by their 表号, and where it is missing or wrong by titles, rows and columns; never by address alone.
 *
 * <p>See decision 0021 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.readers.forms.recognition;

import org.jspecify.annotations.NullMarked;

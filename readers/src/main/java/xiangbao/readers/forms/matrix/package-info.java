/** The tables of 综合表: rows by code and title together, columns by heading and number. Tables of lines without codes are read in {@code ledger}. */
@NullMarked
package xiangbao.readers.forms.matrix;

import org.jspecify.annotations.NullMarked;

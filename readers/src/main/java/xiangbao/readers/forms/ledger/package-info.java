/** The tables of 台账: one line per project, bridge or unit, columns by their headings. Tables whose rows have codes are read in {@code matrix}. */
@NullMarked
package xiangbao.readers.forms.ledger;

import org.jspecify.annotations.NullMarked;

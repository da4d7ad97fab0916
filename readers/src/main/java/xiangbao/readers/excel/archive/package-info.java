/** The parts of an Office Open XML package as they inflate, with everything that a hostile zip may try; what stands in them is read in {@code xlsx}. */
@NullMarked
package xiangbao.readers.excel.archive;

import org.jspecify.annotations.NullMarked;

/**
 * Number formats: what a cell shows where that is not what it stores.
 */
@NullMarked
package xiangbao.readers.excel.format;

import org.jspecify.annotations.NullMarked;

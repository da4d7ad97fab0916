/**
 * How much a file may be and hold, and the account that is kept of it while one is read.
 */
@NullMarked
package xiangbao.readers.excel.limits;

import org.jspecify.annotations.NullMarked;

/**
 * {@code forms/<表号>.yaml}: a form with its columns and rows, derived indicators, audit relations, due days and screens.
 *
 * <p>Filled-in forms are read in {@code xiangbao.readers.forms}.
 */
@NullMarked
package xiangbao.readers.config.forms;

import org.jspecify.annotations.NullMarked;

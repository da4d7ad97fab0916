/**
 * Reads {@code config/} as a whole: either everything that it defines, or every mistake in it.
 *
 * <p>Each file is read in a package of its own below; what can only be said once all of them are known is checked from here. How the program runs
 * ({@code settings}) and who is written to ({@code units}) are no part of the definitions and are read apart.
 *
 * <p>See decision 0003 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.readers.config;

import org.jspecify.annotations.NullMarked;

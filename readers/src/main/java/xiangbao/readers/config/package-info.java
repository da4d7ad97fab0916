/** Reads {@code config/} as a whole: either everything that it defines, or every mistake in it. */
@NullMarked
package xiangbao.readers.config;

import org.jspecify.annotations.NullMarked;

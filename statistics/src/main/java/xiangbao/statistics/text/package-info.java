/**
 * Words as people write them and as they may be shown: what a misspelt one was meant to be, and what in a stranger's text cannot be seen. Not here: how figures
 * are written; that is {@link xiangbao.statistics.figures}.
 */
@NullMarked
package xiangbao.statistics.text;

import org.jspecify.annotations.NullMarked;

/**
 * What stands above a form's table: whose form it is and which period it is about, and by what else that is known where the heading fails.
 *
 * <p>See decision 0029 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.readers.forms.heading;

import org.jspecify.annotations.NullMarked;

/**
 * 催报: who owes what, what is written to them, and what was sent.
 *
 * <p>See decision 0016 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.jobs.reminders;

import org.jspecify.annotations.NullMarked;

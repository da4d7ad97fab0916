/**
 * {@code serve}: what the office does by itself, when, and how one sees that it is well.
 *
 * <p>See decision 0011 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.jobs.schedule;

import org.jspecify.annotations.NullMarked;

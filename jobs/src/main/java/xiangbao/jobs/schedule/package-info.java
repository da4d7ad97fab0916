/** {@code serve}: what the office does by itself, when, and how one sees that it is well. */
@NullMarked
package xiangbao.jobs.schedule;

import org.jspecify.annotations.NullMarked;

/** Doubts and decisions about them, as programs read them. */
@NullMarked
package xiangbao.jobs.answers.doubts;

import org.jspecify.annotations.NullMarked;

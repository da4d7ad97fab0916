/** From a file in the inbox to stored submissions with their rounds. Nothing is judged here: that is {@code review}. */
@NullMarked
package xiangbao.jobs.intake;

import org.jspecify.annotations.NullMarked;

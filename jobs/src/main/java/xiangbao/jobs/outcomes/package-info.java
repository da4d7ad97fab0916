/** What became of a file, of the submissions in it and of their findings, as an answer. How it is decided is in {@code intake} and {@code review}, how it is printed in {@code feedback}. */
@NullMarked
package xiangbao.jobs.outcomes;

import org.jspecify.annotations.NullMarked;

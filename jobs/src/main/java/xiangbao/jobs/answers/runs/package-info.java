/** Runs, and what differs between two, as programs read them. */
@NullMarked
package xiangbao.jobs.answers.runs;

import org.jspecify.annotations.NullMarked;

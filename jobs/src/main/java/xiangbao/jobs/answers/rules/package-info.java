/** What relations are good for and what is usual, as programs read it. */
@NullMarked
package xiangbao.jobs.answers.rules;

import org.jspecify.annotations.NullMarked;

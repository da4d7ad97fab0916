/** 催报: who owes what, what is written to them, and what was sent. */
@NullMarked
package xiangbao.jobs.reminders;

import org.jspecify.annotations.NullMarked;

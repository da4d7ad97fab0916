/** 催报: who has not reported what is due, and how they are told. */
@NullMarked
package xiangbao.jobs.reminders;

import org.jspecify.annotations.NullMarked;

/** The tables of what the office did and has yet to do: operator log, outbox, reminders, states of schedules. */
@NullMarked
package xiangbao.jobs.store.operations;

import org.jspecify.annotations.NullMarked;

/**
 * 专班办公室: {@link xiangbao.jobs.Office} opens a workspace, closes it, and hands out the entries of the packages below; it does none of their work.
 *
 * <p>Data moves down this list, imports point up: {@code store}, {@code workspace}, {@code operations}, {@code worker}, {@code logs}, {@code outcomes}, {@code intake}, {@code review}, {@code feedback}, {@code runs},
 * {@code runs.comparison}, {@code pipeline}, {@code doubts}, {@code seals}, {@code reruns}, {@code inquiries}, {@code rules}, {@code forms}, {@code reminders}, {@code backup}, {@code rehearsal},
 * {@code answers}.
 */
@NullMarked
package xiangbao.jobs;

import org.jspecify.annotations.NullMarked;

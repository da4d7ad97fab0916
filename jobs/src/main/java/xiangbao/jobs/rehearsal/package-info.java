/** 试审: the run of the main job in memory, for a clerk who asks before handing in; through the same classes, without database and Spring. */
@NullMarked
package xiangbao.jobs.rehearsal;

import org.jspecify.annotations.NullMarked;

/** 空白表: workbooks to fill, one for each unit that owes something. */
@NullMarked
package xiangbao.jobs.forms;

import org.jspecify.annotations.NullMarked;

/** 参考范围: what is usual of each figure, learned from the periods that are stored. */
@NullMarked
package xiangbao.jobs.learning;

import org.jspecify.annotations.NullMarked;

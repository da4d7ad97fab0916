/** 待核实: what the statistician sees of open doubts and decides about them: accept, ask, refuse, 不审. How a decision changes a verdict is in {@code review}. */
@NullMarked
package xiangbao.jobs.doubts;

import org.jspecify.annotations.NullMarked;

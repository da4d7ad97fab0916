/** 更正通知单: what was changed after a seal, why, and who approved it. */
@NullMarked
package xiangbao.reports.notices;

import org.jspecify.annotations.NullMarked;

/**
 * 填报单位: who reports, the register of them in the county's customary order, and which unit stands for which after 撤乡并镇. Not here: 计量单位; that is {@link
 * xiangbao.statistics.measures}.
 */
@NullMarked
package xiangbao.statistics.units;

import org.jspecify.annotations.NullMarked;

/** 数据来源: the sheet by which a reader gets from a figure to the cells and files behind it. Which submissions those are says the result in {@code county}. */
@NullMarked
package xiangbao.reports.sources;

import org.jspecify.annotations.NullMarked;

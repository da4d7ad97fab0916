/** 计量单位: which words are some, and how they convert into each other, exactly. Not here: 填报单位; those are in {@link xiangbao.statistics.units}. */
@NullMarked
package xiangbao.statistics.measures;

import org.jspecify.annotations.NullMarked;

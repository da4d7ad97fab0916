/**
 * 计量单位: which words are some, how they convert into each other, exactly, and which of them a clerk may have mistaken for another. Not here: 填报单位; those are in
 * {@link xiangbao.statistics.units}.
 */
@NullMarked
package xiangbao.statistics.measures;

import org.jspecify.annotations.NullMarked;

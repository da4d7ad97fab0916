/**
 * 审核关系的相互检查: proofs about the relations themselves, before any figure has come. Here are relations that contradict others, follow from others,
 * force a value or can never be decided. Not here: whether a formula can be read, names what exists, goes in a circle or mixes units; that is
 * {@link xiangbao.statistics.formula}.
 */
@NullMarked
package xiangbao.statistics.consistency;

import org.jspecify.annotations.NullMarked;

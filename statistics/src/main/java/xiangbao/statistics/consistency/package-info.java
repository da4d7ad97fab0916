/**
 * 审核关系的相互检查: proofs about the relations themselves, before any figure has come. Here are relations that contradict others, follow from others,
 * force a value or can never be decided. Not here: whether a formula can be read, names what exists, goes in a circle or mixes units; that is
 * {@link xiangbao.statistics.formula}.
 *
 * <p>See decision 0033 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.statistics.consistency;

import org.jspecify.annotations.NullMarked;

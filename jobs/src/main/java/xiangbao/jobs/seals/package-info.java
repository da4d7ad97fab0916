/**
 * 定案, 更正, 解除定案: what makes the result of a period final, and what may change it afterwards.
 *
 * <p>See decision 0017 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.jobs.seals;

import org.jspecify.annotations.NullMarked;

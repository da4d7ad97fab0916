/** 定案, 更正 and 解除定案, as programs read them. */
@NullMarked
package xiangbao.jobs.answers.seals;

import org.jspecify.annotations.NullMarked;

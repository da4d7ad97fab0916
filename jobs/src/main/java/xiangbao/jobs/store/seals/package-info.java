/** The tables of 定案 and 更正: what is final since when, what was held from it, and the notices that changed it. */
@NullMarked
package xiangbao.jobs.store.seals;

import org.jspecify.annotations.NullMarked;

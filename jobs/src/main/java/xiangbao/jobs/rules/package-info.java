/** 审核规则的效果: what relations and screens found or would have found, which figures lie far out, and what is usual of each. Nothing here changes a verdict. */
@NullMarked
package xiangbao.jobs.rules;

import org.jspecify.annotations.NullMarked;

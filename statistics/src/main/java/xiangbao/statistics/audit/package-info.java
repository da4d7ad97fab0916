/** 审核: confronts a submission with the relations of its form and of the forms that look at it. */
@NullMarked
package xiangbao.statistics.audit;

import org.jspecify.annotations.NullMarked;

/**
 * 审核结果: what is wrong, doubtful or worth a look, how hard it is, why it probably happened, and what became of the submission. Not here: how it was found out;
 * that is {@link xiangbao.statistics.audit}.
 */
@NullMarked
package xiangbao.statistics.findings;

import org.jspecify.annotations.NullMarked;

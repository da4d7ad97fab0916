/**
 * 错误定位 of a submission: shows its figures and relations to diagnosis as cells and rules, and orders its findings by their causes. Not here: finding the wrong
 * cell; that is {@link xiangbao.statistics.diagnosis}.
 */
@NullMarked
package xiangbao.statistics.causes;

import org.jspecify.annotations.NullMarked;

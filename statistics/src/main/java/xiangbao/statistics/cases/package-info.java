/**
 * 审核样例: cases by which a statistician shows what an audit relation or a default screen must say, and the judge who tries them.
 *
 * <p>See decision 0044 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.statistics.cases;

import org.jspecify.annotations.NullMarked;

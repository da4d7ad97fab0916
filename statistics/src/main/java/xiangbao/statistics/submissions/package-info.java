/**
 * 报送: what a unit reported in one form about one period, figure by figure, each with the cell that it came from. Not here: what was wrong with it; that is
 * {@link xiangbao.statistics.findings}.
 */
@NullMarked
package xiangbao.statistics.submissions;

import org.jspecify.annotations.NullMarked;

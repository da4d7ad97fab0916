package xiangbao.statistics.formula;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a formula fails: its first part that does not hold, told from the tree.
 *
 * @param title what is the case instead of what should be, in row titles: {@code 应统计户 ≠ 农村总户数 − 长期无人居住}
 * @param left the side that is taken to be reported
 * @param right the side that it should agree with; null where the part is no comparison
 * @param sign the comparison that should hold, such as {@code =} or {@code ≤}; {@code in} for a range; empty where it is no comparison
 * @param low what left may be at least, or null
 * @param high what left may be at most, or null
 * @param difference left less right (for a range, less the bound that it misses), or null
 * @param figures everything that the part looked up, left side first
 */
public record Explanation(
        String title,
        Side left,
        @Nullable Side right,
        String sign,
        @Nullable Fraction low,
        @Nullable Fraction high,
        @Nullable Fraction difference,
        List<UsedFigure> figures) {
    public Explanation {
        figures = List.copyOf(figures);
    }

    /**
     * One side of a comparison.
     *
     * @param plain in row titles only
     * @param valued in row titles with codes and values: {@code 农村总户数 [02] 13 268 − 长期无人居住 [03] 130}
     * @param named in row titles with codes, without values
     * @param single whether it is one figure by itself
     */
    public record Side(
            String plain,
            String named,
            String valued,
            boolean single,
            @Nullable Value value,
            List<UsedFigure> figures) {
        public Side {
            figures = List.copyOf(figures);
        }
    }
}

package xiangbao.statistics.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.UsedFigure;
import xiangbao.statistics.figures.Value;

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
     * @param unit its unit of measurement, or empty
     * @param share whether it is a ratio that is told in per cent: 0.2925 as 29.25%
     */
    public record Side(
            String plain,
            String named,
            String valued,
            boolean single,
            @Nullable Value value,
            String unit,
            boolean share,
            List<UsedFigure> figures) {
        public Side {
            figures = List.copyOf(figures);
        }

        /** A number of this side's kind with its unit. */
        public String measured(Fraction number) {
            return share ? FigureText.grouped(number.times(Fraction.of(100))) + "%" : FigureText.measured(number, unit);
        }

        /** Its value as people read it; empty where it has none. */
        public String shown() {
            if (value instanceof Value.Numeric numeric) {
                return measured(numeric.number());
            }
            return value == null ? "" : FigureText.shown(value);
        }

        /** How far apart two numbers of this side's kind are: two shares by 个百分点. */
        public String apart(Fraction difference) {
            if (share || unit.equals("%")) {
                return FigureText.grouped(share ? difference.times(Fraction.of(100)) : difference) + " 个百分点";
            }
            return measured(difference);
        }
    }
}

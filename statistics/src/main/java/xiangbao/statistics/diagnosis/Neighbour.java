package xiangbao.statistics.diagnosis;

import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Fraction;

/**
 * A cell beside another, whose figure may have come into the wrong one.
 *
 * @param title how it is called: 第 06 行, “累计完成”栏
 * @param number what was typed there
 * @param earlier what stood there in the last period, or null
 * @param aside whether it stands in another column of the same row, rather than in another row
 */
public record Neighbour(
        Spot spot, String title, Fraction number, @Nullable Fraction earlier, boolean aside) {}

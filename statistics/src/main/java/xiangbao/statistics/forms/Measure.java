package xiangbao.statistics.forms;

import org.jspecify.annotations.Nullable;

/**
 * How a row or a column is measured and added up; what is null is taken from the other dimension of the matrix (row before column).
 *
 * @param unit 计量单位 such as 亩
 * @param decimals decimals that the form prints and the clerk fills
 */
public record Measure(
        @Nullable String unit,
        @Nullable Integer decimals,
        @Nullable OverUnits overUnits,
        @Nullable OverTime overTime) {
    public static final Measure INHERITED = new Measure(null, null, null, null);
}

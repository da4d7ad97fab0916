package xiangbao.console.published;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number as one output shows it.
 *
 * @param what such as {@code 平31-1:05.1}, {@code 平31-1:05.1 同比} or {@code S01 实际}
 * @param value as it is kept there
 * @param decimals that people see of it
 * @param output which says it
 */
public record Shown(String what, BigDecimal value, int decimals, String output) {
    public static final String CHANGE = " 同比";
    public static final String ACTUAL = " 实际";
    public static final String GOAL = " 目标";
    public static final String COMPLETION = " 完成率";
    public static final String ELAPSED = " 时间进度";
    public static final String DEVIATION = " 偏差";
    static final String AS_REPORTED = "（原数）";

    /** Whether the other is the same number with the same decimals; where numbers stand as they were reported, as far as both show them. */
    public boolean agreesWith(Shown other) {
        int both = Math.min(decimals, other.decimals);
        return (decimals == other.decimals || isAsReported() || other.isAsReported())
                && value.setScale(both, RoundingMode.HALF_UP)
                                .compareTo(other.value.setScale(both, RoundingMode.HALF_UP))
                        == 0;
    }

    private boolean isAsReported() {
        return output.endsWith("数据来源") || output.endsWith(AS_REPORTED);
    }

    @Override
    public String toString() {
        return output + "：" + value.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }
}

package xiangbao.statistics.plan;

import java.math.BigDecimal;

/**
 * Where 红黄绿灯 change colour; a convention of the county, not a rule of the plan.
 *
 * @param behind how many percentage points behind the calendar are still 黄
 */
public record Lights(BigDecimal behind) {
    public static final Lights USUAL = new Lights(BigDecimal.TEN);

    public Lights {
        if (behind.signum() < 0) {
            throw new IllegalArgumentException("points behind the calendar: " + behind);
        }
    }
}

package xiangbao.statistics.scoring;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * 扣分: one line of evidence.
 *
 * @param round the 报送 that it is about, 0 when nothing came
 * @param received when that came, or null
 * @param points taken off; zero where the rules take none. What stands on all lines of a unit is what it has lost
 * @param reckoning how the points came about, in words
 */
public record Deduction(
        Kind kind,
        Delivery delivery,
        int round,
        @Nullable LocalDateTime received,
        BigDecimal points,
        String reckoning) {
    /** What points are taken off for. */
    public enum Kind {
        LATE("迟报"),
        MISSING("未报"),
        RETURNED("退回");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}

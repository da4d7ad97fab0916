package xiangbao.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.periods.ReferencePeriod;

class PeriodRangeTests {
    private static List<String> parsed(String text) {
        return PeriodRange.parse(text).stream().map(ReferencePeriod::toString).toList();
    }

    @Test
    void onePeriodIsItself() {
        assertThat(parsed("2026-09")).containsExactly("2026-09");
        assertThat(parsed("2026")).containsExactly("2026");
    }

    @Test
    void aRangeOfQuartersHoldsQuarters() {
        assertThat(parsed("2025-Q4..2026-Q2")).containsExactly("2025-Q4", "2026-Q1", "2026-Q2");
    }

    @Test
    void anyOtherRangeHoldsWhatACountyRuns() {
        assertThat(parsed("2026-02..2026-Q2"))
                .containsExactlyInAnyOrder("2026-02", "2026-Q1", "2026-04", "2026-05", "2026-Q2");
    }

    @Test
    void whatIsNoRangeIsToldSo() {
        assertThatThrownBy(() -> parsed("2026-Q3..2026-Q1"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("前后颠倒");
        assertThatThrownBy(() -> parsed("2026-Q3..")).isInstanceOf(UsageException.class);
    }
}

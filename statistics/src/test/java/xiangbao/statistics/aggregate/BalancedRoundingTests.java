package xiangbao.statistics.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BalancedRoundingTests {
    @Test
    void partsAddUpToTheRoundedWhole() {
        // 1.4 + 1.4 + 1.2 = 4.0, while 1 + 1 + 1 = 3
        assertThat(balanced(0, "1.4", "1.4", "1.2")).containsExactly("2", "1", "1");
        // 10.5 + 20.5 + 30.5 = 61.5, while 11 + 21 + 31 = 63
        assertThat(balanced(0, "10.5", "20.5", "30.5")).containsExactly("11", "21", "30");
        assertThat(balanced(1, "33.333", "33.333", "33.334")).containsExactly("33.3", "33.3", "33.4");
    }

    @Test
    void whatIsExactStaysAsItIsAndZeroStaysZero() {
        assertThat(balanced(0, "0", "5", "0.5", "0.5")).containsExactly("0", "5", "1", "0");
        assertThat(balanced(2, "1.25", "3.50")).containsExactly("1.25", "3.50");
        assertThat(balanced(0)).isEmpty();
    }

    @Test
    void negativePartsAreBalancedToo() {
        // −1.5 + 2.5 = 1
        assertThat(balanced(0, "-1.5", "2.5")).containsExactly("-1", "2");
        // −2.5 rounds to −3
        assertThat(balanced(0, "-1.2", "-1.3")).containsExactly("-1", "-2");
    }

    @Test
    void noPartMovesByAWholeUnitOfTheLastPlace() {
        Random random = new Random(4);
        for (int round = 0; round < 500; round++) {
            List<BigDecimal> parts = new ArrayList<>();
            for (int part = 0; part < 25; part++) {
                parts.add(BigDecimal.valueOf(random.nextInt(2_000_000) - 500_000, 3));
            }
            List<BigDecimal> rounded = BalancedRounding.of(parts, 1);
            BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(rounded.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(sum.setScale(1, RoundingMode.HALF_UP));
            for (int part = 0; part < parts.size(); part++) {
                assertThat(rounded.get(part).subtract(parts.get(part)).abs()).isLessThan(new BigDecimal("0.1"));
            }
        }
    }

    private static List<String> balanced(int decimals, String... parts) {
        return BalancedRounding.of(Arrays.stream(parts).map(BigDecimal::new).toList(), decimals).stream()
                .map(BigDecimal::toPlainString)
                .toList();
    }
}

package xiangbao.statistics.aggregate;

import java.math.BigDecimal;

/** One spelling per number, so that equal sums are equal objects whatever was added in which order. */
final class Exact {
    private Exact() {}

    static BigDecimal plain(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

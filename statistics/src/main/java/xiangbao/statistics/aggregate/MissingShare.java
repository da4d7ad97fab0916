package xiangbao.statistics.aggregate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import xiangbao.statistics.forms.Indicator;

/**
 * How much of last year's figure the units that are not counted had: 占上年同期面积6.8%.
 *
 * @param part their sum in the same period of last year
 * @param whole the sum of all that are expected, above zero
 */
public record MissingShare(Indicator indicator, BigDecimal part, BigDecimal whole) {
    public MissingShare {
        if (whole.signum() <= 0 || part.signum() < 0 || part.compareTo(whole) > 0) {
            throw new IllegalArgumentException("no share: " + part + " of " + whole);
        }
    }

    public BigDecimal percent(int decimals) {
        return part.multiply(BigDecimal.valueOf(100)).divide(whole, decimals, RoundingMode.HALF_UP);
    }
}

package xiangbao.statistics.aggregate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * 舍位平衡: rounds parts so that they add up to the rounded whole. Each part is rounded down or up, those with the largest remainders up; a part that needs
 * no rounding stays as it is, zero too.
 */
public final class BalancedRounding {
    private BalancedRounding() {}

    /** @return in the order of the parts, whose sum is that of the parts rounded half up; of equal remainders the earlier ones are rounded up */
    public static List<BigDecimal> of(List<BigDecimal> parts, int decimals) {
        BigDecimal whole = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> rounded = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        BigDecimal missing = whole.setScale(decimals, RoundingMode.HALF_UP);
        for (int index = 0; index < parts.size(); index++) {
            BigDecimal down = parts.get(index).setScale(decimals, RoundingMode.FLOOR);
            rounded.add(down);
            order.add(index);
            missing = missing.subtract(down);
        }
        order.sort(Comparator.comparing((Integer index) -> parts.get(index).subtract(rounded.get(index)))
                .reversed());
        BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
        int up = missing.divide(step, RoundingMode.UNNECESSARY).intValueExact();
        for (int index : order.subList(0, up)) {
            rounded.set(index, rounded.get(index).add(step));
        }
        return rounded;
    }
}

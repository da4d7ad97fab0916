package xiangbao.statistics.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What some deductions of one kind cost a unit, and how that came about. By share, all of one kind together are rounded once, half up to a hundredth of a point;
 * what their lines show adds up to that, the first lines bearing the hundredths that do not divide.
 *
 * @param rate points off for each piece, or for each tenth of what is owed
 * @param count how many there are
 * @param owed forms that the unit owes
 */
record Reckoning(RateBasis by, Deduction.Kind kind, BigDecimal rate, int count, int owed) {
    private static final int DECIMALS = 2;
    private static final BigDecimal TENTHS = BigDecimal.TEN;

    /** One entry for each of them, in their order. */
    List<BigDecimal> lines() {
        if (by == RateBasis.PIECE) {
            return Collections.nCopies(count, rate);
        }
        BigDecimal all = total();
        BigDecimal each = all.divide(BigDecimal.valueOf(count), DECIMALS, RoundingMode.DOWN);
        int more = all.subtract(each.multiply(BigDecimal.valueOf(count)))
                .movePointRight(DECIMALS)
                .intValueExact();
        List<BigDecimal> lines = new ArrayList<>();
        for (int line = 0; line < count; line++) {
            lines.add(line < more ? each.add(BigDecimal.ONE.movePointLeft(DECIMALS)) : each);
        }
        return lines;
    }

    private BigDecimal total() {
        return rate.multiply(TENTHS)
                .multiply(BigDecimal.valueOf(count))
                .divide(BigDecimal.valueOf(owed), DECIMALS, RoundingMode.HALF_UP);
    }

    /** {@code 未报3张÷应报30张，每一成扣10分，共扣10分，分3行记}. */
    String words() {
        String unit = kind == Deduction.Kind.RETURNED ? "次" : "张";
        if (by == RateBasis.PIECE) {
            return "每" + kind.title() + "一" + unit + "扣" + plain(rate) + "分";
        }
        return kind.title() + count + unit + "÷应报" + owed + "张，每一成扣" + plain(rate) + "分，"
                + (count == 1 ? "扣" + plain(total()) + "分" : "共扣" + plain(total()) + "分，分" + count + "行记");
    }

    static String plain(BigDecimal points) {
        BigDecimal stripped = points.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}

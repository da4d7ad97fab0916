package xiangbao.statistics.screens;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * What a figure was held against.
 *
 * @param title 上期, 上年同期, 底册农村户数
 * @param period of which period it is; null for master data
 */
public record Held(String title, @Nullable ReferencePeriod period, BigDecimal value) {
    /** From here on a change is told as so many times, and no longer in per cent. */
    private static final double TIMES = 2;

    private static final int DIGITS = 2;

    /** How a figure is to it: 比上期增加 35.2%, 约为上年同期的 12 倍. */
    public String beside(BigDecimal actual) {
        return actual.signum() == 0 && value.signum() != 0 ? "为 0，而" + title + "不为 0" : compared(actual, title);
    }

    /** The same with its value: 比上期 70 亩增加 35.2%, 约为上年同期 8 亩的 12 倍. */
    public String beside(BigDecimal actual, String unit) {
        String shown = title + " " + FigureText.measured(Fraction.of(value), unit) + (unit.isEmpty() ? " " : "");
        return actual.signum() == 0 && value.signum() != 0 ? shown : compared(actual, shown);
    }

    private String compared(BigDecimal actual, String shown) {
        if (value.signum() == 0) {
            return title + "为 0";
        }
        double times = actual.doubleValue() / value.doubleValue();
        if (times >= TIMES) {
            return "约为" + shown + "的 " + times(times) + " 倍";
        }
        if (times > 0 && times <= 1 / TIMES) {
            return "约为" + shown + "的 1/" + times(1 / times);
        }
        Fraction change = Fraction.of(actual.subtract(value))
                .times(Fraction.of(100))
                .over(Fraction.of(value.abs()))
                .rounded(1);
        return "比" + shown + (change.signum() >= 0 ? "增加 " : "减少 ") + FigureText.grouped(change.abs()) + "%";
    }

    /** Two digits are enough to see how many times. */
    static String times(double times) {
        BigDecimal rounded = BigDecimal.valueOf(times).round(new MathContext(DIGITS));
        return FigureText.grouped(Fraction.of(rounded));
    }
}

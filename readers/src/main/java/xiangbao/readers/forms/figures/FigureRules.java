package xiangbao.readers.forms.figures;

import java.math.BigDecimal;
import xiangbao.statistics.measures.UnitOfMeasure;

/** What a figure that was read must be: of a size, a sign and as many decimals as its form allows. */
final class FigureRules {
    private static final int MOST_DIGITS = 20;
    private static final int MOST_DECIMALS = 400;

    private final FigureFindings findings;

    FigureRules(FigureFindings findings) {
        this.findings = findings;
    }

    static boolean isHuge(BigDecimal figure) {
        return figure.signum() != 0 && (long) figure.precision() - figure.scale() > MOST_DIGITS
                || figure.scale() > MOST_DECIMALS;
    }

    /** @param saidPercent a percent sign stands beside the figure, so that 0.99 is no mistake for 99 */
    FigureReading checked(FigurePlace place, BigDecimal figure, boolean saidPercent) {
        if (figure.signum() < 0 && !place.negative()) {
            findings.mandatory(
                    place,
                    "NEGATIVE-VALUE",
                    "是负数",
                    figure.stripTrailingZeros().toPlainString(),
                    "不小于 0 的数",
                    "这一项不会小于零，请核对后填写。");
        }
        if (place.isPercentage()
                && !saidPercent
                && figure.signum() != 0
                && figure.abs().compareTo(BigDecimal.ONE) <= 0) {
            findings.query(
                            place,
                            "PERCENT-SUSPECTED",
                            "以“%”为计量单位，所填的数不大于 1",
                            "本栏以百分数填写，百分之九十九填 99。填写有误的请改正；确实不大于百分之一的请说明。")
                    .read(figure.toPlainString());
        }
        checkDecimals(place, figure);
        return FigureReading.reported(figure);
    }

    private void checkDecimals(FigurePlace place, BigDecimal figure) {
        int decimals = figure.stripTrailingZeros().scale();
        if (decimals > 0 && UnitOfMeasure.isWhole(place.unit(), place.decimals())) {
            findings.mandatory(
                    place,
                    "NOT-WHOLE",
                    "按“" + place.unit() + "”计数，不会有小数",
                    figure.toPlainString(),
                    "整数",
                    "请核对是否填错了栏、多了小数点，或用了别的计量单位（如“万" + place.unit() + "”）。");
        } else if (place.decimals() >= 0 && decimals > place.decimals()) {
            findings.group(place, "DECIMALS", "小数位数多于规定", figure.toPlainString(), "数值照原样读取，印表时按规定位数四舍五入；请核对是否填写有误。");
        }
    }
}

package xiangbao.reports.letter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import xiangbao.statistics.aggregate.FormSummary;
import xiangbao.statistics.figures.FigureText;

/** 同比 in words: 增长, 下降 or 持平, for rates 提高 or 下降 by 百分点; rounded as the 汇总表 rounds it. */
final class YearOnYear {
    private YearOnYear() {}

    /** Empty where there is no figure to compare. */
    static String told(FormSummary.Entry entry) {
        BigDecimal value = entry.figure().value();
        if (value == null) {
            return "";
        }
        if (entry.lastYear() == null) {
            return "与上年同期不可比";
        }
        BigDecimal change = entry.change();
        if (change == null) {
            return value.signum() == 0 ? "与上年同期持平" : "上年同期为0";
        }
        boolean points = !entry.changeUnit().equals("%");
        BigDecimal shown = change.setScale(points ? 2 : 1, RoundingMode.HALF_UP).abs();
        if (change.signum() == 0) {
            return "同比持平";
        }
        if (shown.signum() == 0) {
            return "同比基本持平";
        }
        String up = points ? "同比提高" : "同比增长";
        return (change.signum() > 0 ? up : "同比下降")
                + FigureText.grouped(shown)
                + (points ? "个" : "")
                + entry.changeUnit();
    }
}

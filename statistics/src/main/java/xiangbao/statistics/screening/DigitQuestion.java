package xiangbao.statistics.screening;

import java.math.BigDecimal;
import xiangbao.statistics.units.ReportingUnit;

/**
 * 末位数字: a unit whose figures, all indicators together, end in some way more often than counted figures do. A question to ask the unit, no error and never
 * scored; of a single figure it says nothing.
 *
 * @param values how many figures were looked at
 * @param share of them that end so, in per cent, to one decimal
 * @param others the same of the other units, or what chance gives where that is more
 * @param distance in multiples of the bound from which on it is listed, to one decimal
 */
public record DigitQuestion(
        ReportingUnit unit, Kind kind, int values, BigDecimal share, BigDecimal others, BigDecimal distance) {
    /** How figures end. */
    public enum Kind {
        /** In 0 or 5: they may be estimated. */
        ROUND("末位是 0 或 5", 0.2),
        /** In a digit twice: they may be made up. */
        TWICE("末两位相同", 0.09);

        private final String title;
        private final double chance;

        Kind(String title, double chance) {
            this.title = title;
            this.chance = chance;
        }

        public String title() {
            return title;
        }

        /** How often that is so by chance. */
        double chance() {
            return chance;
        }
    }

    /** The question in words. */
    public String told() {
        return values + " 个数中 " + share + "% " + kind.title() + "，其他单位 " + others + "%";
    }
}

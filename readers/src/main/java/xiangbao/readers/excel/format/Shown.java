package xiangbao.readers.excel.format;

import java.math.BigDecimal;

/**
 * What a cell shows where that is not simply what it stores.
 *
 * @param text as it is read on the screen, such as {@code 7,003,000元}, {@code 99.0%} or nothing
 * @param power the number shown is the stored one divided by this power of ten: 4 for {@code 0!.0,"万"}, -2 for a percentage
 * @param holdsContent whether the stored content is part of what is shown; else the cell shows something fixed, or nothing
 * @param decimals to how many the number shown is rounded
 */
public record Shown(String text, int power, boolean holdsContent, int decimals) {
    /** What shows nothing that fits any section of its format. */
    static final Shown NOTHING = new Shown("", 0, false, 0);

    Shown behindFalsePoint(int digits) {
        return digits == 0 ? this : new Shown(text, power, holdsContent, decimals + digits);
    }

    public boolean isPercentage() {
        return power == -2 && text.endsWith("%");
    }

    /** The stored number as it would look unrounded. */
    public BigDecimal looks(BigDecimal stored) {
        return stored.scaleByPowerOfTen(-power);
    }

    /** Whether a number that is read from the text is the stored one, up to the rounding of what is shown. */
    public boolean agrees(BigDecimal read, BigDecimal stored) {
        BigDecimal half = BigDecimal.ONE.scaleByPowerOfTen(-decimals).divide(BigDecimal.valueOf(2));
        return read.subtract(looks(stored)).abs().compareTo(half) <= 0;
    }
}

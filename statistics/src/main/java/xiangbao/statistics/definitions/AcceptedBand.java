package xiangbao.statistics.definitions;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xiangbao.statistics.figures.FigureText;

/**
 * 认可的范围: how far from the value about which an explanation was accepted the explanation holds.
 *
 * @param unit what stands behind the number, such as {@code %}; another one is another value
 */
public record AcceptedBand(BigDecimal low, BigDecimal high, String unit) {
    private static final int TELLING_DIGITS = 6;
    private static final Pattern FIGURE =
            Pattern.compile("([-−]?)([0-9][0-9 ,\u2009\u202f]*(?:\\.[0-9]+)?)\\s*([^0-9]*)");

    private record Amount(BigDecimal number, String unit) {}

    /**
     * The band around what a finding has as reported: a decimal string or a share. Empty where that is no number.
     *
     * @param margin in per cent of the value, to either side
     */
    public static Optional<AcceptedBand> around(String actual, int margin) {
        return amount(actual).map(value -> {
            BigDecimal wide =
                    value.number().abs().multiply(BigDecimal.valueOf(margin)).movePointLeft(2);
            return new AcceptedBand(
                    value.number().subtract(wide).stripTrailingZeros(),
                    value.number().add(wide).stripTrailingZeros(),
                    value.unit());
        });
    }

    /** Whether what a finding has as reported lies within; the ends do. */
    public boolean holds(String actual) {
        return amount(actual)
                .filter(value -> value.unit().equals(unit)
                        && value.number().compareTo(low) >= 0
                        && value.number().compareTo(high) <= 0)
                .isPresent();
    }

    private static Optional<Amount> amount(String actual) {
        Matcher figure = FIGURE.matcher(actual.strip());
        if (!figure.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(figure.group(2).replaceAll("[^0-9.]", ""));
        return Optional.of(new Amount(
                figure.group(1).isEmpty() ? number : number.negate(),
                figure.group(3).strip()));
    }

    /** {@code 480–720}, with the unit behind it. */
    @Override
    public String toString() {
        return shown(low, RoundingMode.CEILING) + "–" + shown(high, RoundingMode.FLOOR) + unit;
    }

    /** Rounded inwards, so that what is printed lies within. */
    private static String shown(BigDecimal end, RoundingMode inwards) {
        return FigureText.grouped(
                end.round(new MathContext(TELLING_DIGITS, inwards)).stripTrailingZeros());
    }
}

package xiangbao.benchmarks.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What single numbers become under hasty fingers; null where a number does not lend itself to the error. */
final class Typist {
    private final SplittableRandom random;

    Typist(SplittableRandom random) {
        this.random = random;
    }

    @Nullable
    BigDecimal digit(BigDecimal number) {
        StringBuilder text = new StringBuilder(number.toPlainString());
        int place = digitPlace(text);
        char other = (char) ('0' + random.nextInt(10));
        if (other == text.charAt(place) || place == 0 && other == '0' && text.length() > 1) {
            return null;
        }
        text.setCharAt(place, other);
        return new BigDecimal(text.toString());
    }

    @Nullable
    BigDecimal transposed(BigDecimal number) {
        StringBuilder text = new StringBuilder(number.toPlainString());
        int place = random.nextInt(text.length());
        int next = place + 1 < text.length() && text.charAt(place + 1) == '.' ? place + 2 : place + 1;
        if (next >= text.length()
                || !Character.isDigit(text.charAt(place))
                || text.charAt(place) == text.charAt(next)
                || place == 0 && text.charAt(next) == '0') {
            return null;
        }
        char held = text.charAt(place);
        text.setCharAt(place, text.charAt(next));
        text.setCharAt(next, held);
        return new BigDecimal(text.toString());
    }

    @Nullable
    BigDecimal missing(BigDecimal number) {
        StringBuilder text = new StringBuilder(number.toPlainString());
        int place = digitPlace(text);
        int point = text.indexOf(".");
        boolean only = (point < 0 ? text.length() : point) < 2;
        if (only || place == 0 && text.charAt(1) == '0' || point >= 0 && place > point) {
            return null;
        }
        return new BigDecimal(text.deleteCharAt(place).toString());
    }

    @Nullable
    BigDecimal extra(BigDecimal number) {
        StringBuilder text = new StringBuilder(number.toPlainString());
        int point = text.indexOf(".");
        int place = random.nextInt((point < 0 ? text.length() : point) + 1);
        char digit = (char) ('0' + random.nextInt(10));
        if (place == 0 && digit == '0' || number.signum() == 0) {
            return null;
        }
        return new BigDecimal(text.insert(place, digit).toString());
    }

    /** A zero of several at the end is left out. */
    @Nullable
    BigDecimal zeroMissing(BigDecimal number) {
        String text = number.toPlainString();
        int zero = text.indexOf('0', 1);
        int point = text.indexOf('.');
        return zero < 0 || point >= 0 && zero > point
                ? null
                : new BigDecimal(new StringBuilder(text).deleteCharAt(zero).toString());
    }

    @Nullable
    BigDecimal pointLost(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() <= 0 ? null : plain.movePointRight(plain.scale());
    }

    /** As a clerk converts: no more decimals than the form has, unless the number would vanish. */
    @Nullable
    static BigDecimal scaled(BigDecimal number, double factor, int decimals) {
        BigDecimal scaled = number.multiply(BigDecimal.valueOf(factor)).setScale(decimals, RoundingMode.HALF_UP);
        if (scaled.signum() == 0 && number.signum() != 0) {
            return null;
        }
        return scaled;
    }

    private int digitPlace(StringBuilder text) {
        int place = random.nextInt(text.length());
        while (!Character.isDigit(text.charAt(place))) {
            place = random.nextInt(text.length());
        }
        return place;
    }
}

package xiangbao.statistics.formula;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.measures.UnitOfMeasure;

/**
 * In what an expression is measured: 量纲, and how large one of it is.
 *
 * @param powers exponents of the physical dimensions; what is counted, shares and multiples have none
 * @param scale how many base units one of it is; null where a factor stands beside it, which may convert it or be a rate (每亩900公斤)
 * @param unit as people write it, such as 公斤/亩
 */
record Quantity(
        Kind kind, Map<String, Integer> powers, @Nullable Fraction scale, String unit) {
    enum Kind {
        /** Measured in something that is known. */
        MEASURED,
        /** A number that somebody wrote into a formula: it may stand beside anything. */
        NUMBER,
        /** A percentage that somebody wrote into a formula: a pure number, whose percent sign is part of it. */
        PERCENTAGE,
        /** A number that is large or small enough to turn one unit into another, or to be a rate. */
        FACTOR,
        /** Zero, which is zero in every unit. */
        ZERO,
        /** The smallest or largest of things that do not compare: only its sign says something. */
        MIXED,
        /** A figure whose unit nobody has told. */
        UNTOLD
    }

    static final Quantity UNTOLD = plain(Kind.UNTOLD);
    static final Quantity COUNT = measured("个");
    private static final Fraction TWO = Fraction.of(2);

    private static Quantity plain(Kind kind) {
        return new Quantity(kind, Map.of(), null, "");
    }

    /** In the unit of that name; an empty one is not told. */
    static Quantity measured(@Nullable String unit) {
        if (unit == null || unit.isBlank()) {
            return UNTOLD;
        }
        UnitOfMeasure measure = UnitOfMeasure.named(unit);
        Map<String, Integer> powers = new TreeMap<>();
        String[] parts = measure.dimension().split("/", -1);
        for (int place = 0; place < parts.length; place++) {
            if (UnitOfMeasure.isPhysical(parts[place])) {
                powers.merge(parts[place], place == 0 ? 1 : -1, Integer::sum);
            }
        }
        powers.values().removeIf(power -> power == 0);
        return new Quantity(
                Kind.MEASURED, powers, Fraction.of(measure.numerator()).over(Fraction.of(measure.denominator())), unit);
    }

    static Quantity written(Fraction number, boolean percent) {
        Fraction size = number.abs();
        if (number.isZero()) {
            return plain(Kind.ZERO);
        } else if (percent) {
            return plain(Kind.PERCENTAGE);
        }
        boolean large = size.compareTo(TWO) >= 0 || size.times(TWO).compareTo(Fraction.ONE) <= 0;
        return plain(large ? Kind.FACTOR : Kind.NUMBER);
    }

    static Quantity mixed() {
        return plain(Kind.MIXED);
    }

    boolean isWritten() {
        return kind == Kind.NUMBER || kind == Kind.PERCENTAGE || kind == Kind.FACTOR || kind == Kind.ZERO;
    }

    boolean isMeasured() {
        return kind == Kind.MEASURED;
    }

    /** Whether the two may be added or compared. */
    boolean agrees(Quantity other) {
        if (kind == Kind.UNTOLD || other.kind == Kind.UNTOLD || kind == Kind.ZERO || other.kind == Kind.ZERO) {
            return true;
        } else if (kind == Kind.MIXED || other.kind == Kind.MIXED) {
            return false;
        } else if (isWritten()) {
            return other.isWritten() || kind != Kind.PERCENTAGE || other.isShare();
        } else if (other.isWritten()) {
            return other.agrees(this);
        }
        return scale == null || other.scale == null || sameDimension(other) && scale.equals(other.scale);
    }

    /** Whether it may come out as a share: of one thing in another of its kind, whatever factor stands before it. */
    boolean mayBeShare() {
        return powers.isEmpty();
    }

    boolean isPercent() {
        return UnitOfMeasure.named(unit).dimension().equals(UnitOfMeasure.RATIO);
    }

    boolean sameDimension(Quantity other) {
        return powers.equals(other.powers);
    }

    /** What 95% may be held against: a pure number, which is 0.95 and not 95. */
    private boolean isShare() {
        return powers.isEmpty() && (scale == null || scale.equals(Fraction.ONE));
    }

    /** Whether one is a percentage of something and the other is counted. */
    boolean isShareOfWhat(Quantity other) {
        return isPercent() && other.isCounted() || other.isPercent() && isCounted();
    }

    private boolean isCounted() {
        return powers.isEmpty() && !isPercent() && unit.indexOf('/') < 0 && unit.indexOf('×') < 0;
    }

    /** What both become when they are added or the one is chosen for the other. */
    Quantity joined(Quantity other) {
        if (isMeasured() && other.isMeasured()) {
            return scale == null ? other : this;
        } else if (isMeasured() || other.isMeasured()) {
            return isMeasured() ? this : other;
        }
        return kind == Kind.UNTOLD || kind == Kind.MIXED ? this : other;
    }

    Quantity times(Quantity other) {
        return combined(other, 1);
    }

    Quantity over(Quantity other) {
        return combined(other, -1);
    }

    private Quantity combined(Quantity other, int sign) {
        if (kind == Kind.UNTOLD || other.kind == Kind.UNTOLD) {
            return UNTOLD;
        } else if (isWritten() && other.isWritten()) {
            return kind == Kind.FACTOR || other.kind == Kind.FACTOR ? plain(Kind.FACTOR) : plain(Kind.NUMBER);
        } else if (kind == Kind.MIXED || other.kind == Kind.MIXED) {
            return isWritten() || other.isWritten() ? mixed() : UNTOLD;
        }
        Map<String, Integer> sum = new TreeMap<>(powers);
        other.powers.forEach((dimension, power) -> sum.merge(dimension, sign * power, Integer::sum));
        sum.values().removeIf(power -> power == 0);
        Fraction size = scaled(other, sign);
        return new Quantity(Kind.MEASURED, sum, size, name(other, sign, sum, size));
    }

    private @Nullable Fraction scaled(Quantity other, int sign) {
        if (kind == Kind.FACTOR || other.kind == Kind.FACTOR) {
            return null;
        }
        Fraction first = isWritten() ? Fraction.ONE : scale;
        Fraction second = other.isWritten() ? Fraction.ONE : other.scale;
        if (first == null || second == null) {
            return null;
        }
        return sign > 0 ? first.times(second) : first.over(second);
    }

    private String name(Quantity other, int sign, Map<String, Integer> product, @Nullable Fraction size) {
        if (other.isWritten()) {
            return unit;
        } else if (isWritten()) {
            return sign > 0 ? other.unit : "1/" + other.unit;
        }
        if (sign > 0 && size != null && product.size() == 1 && product.containsValue(1)) {
            String simple = UnitOfMeasure.called(
                    product.keySet().iterator().next(),
                    new BigDecimal(size.numerator()),
                    new BigDecimal(size.denominator()));
            if (!simple.isEmpty()) {
                return simple;
            }
        }
        String second = other.unit.matches(".*[×/].*") ? "（" + other.unit + "）" : other.unit;
        return unit + (sign > 0 ? "×" : "/") + second;
    }
}

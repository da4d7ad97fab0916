package xiangbao.statistics.figures;

import java.time.LocalDate;
import java.util.function.BinaryOperator;

/** What a formula or a part of it can come to. */
public sealed interface Value {
    /**
     * A number. A reported figure was rounded before it was written, so it stands for everything from low to high; one that is exact stands for itself.
     *
     * @param number as it was reported or computed
     * @param low the least that it may be, at most the number
     * @param high the most that it may be, at least the number
     */
    record Numeric(Fraction number, Fraction low, Fraction high) implements Value {
        /** An exact number. */
        public Numeric(Fraction number) {
            this(number, number, number);
        }

        /** A number that was rounded: anything up to so far from it. */
        public static Numeric rounded(Fraction number, Fraction half) {
            return half.isZero() ? new Numeric(number) : new Numeric(number, number.minus(half), number.plus(half));
        }

        public boolean isExact() {
            return low.equals(high);
        }

        /** The number alone, as if it were exact. */
        public Numeric asReported() {
            return new Numeric(number);
        }

        public Numeric negated() {
            return new Numeric(number.negated(), high.negated(), low.negated());
        }

        public Numeric plus(Numeric other) {
            return new Numeric(number.plus(other.number), low.plus(other.low), high.plus(other.high));
        }

        public Numeric minus(Numeric other) {
            return plus(other.negated());
        }

        public Numeric times(Numeric other) {
            return combined(other, Fraction::times);
        }

        /** The quotient; the divisor must not be able to be zero. */
        public Numeric over(Numeric divisor) {
            return combined(divisor, Fraction::over);
        }

        /** By an operation whose extremes lie where both numbers are at an end of theirs. */
        private Numeric combined(Numeric other, BinaryOperator<Fraction> operation) {
            Fraction nominal = operation.apply(number, other.number);
            return isExact() && other.isExact()
                    ? new Numeric(nominal)
                    : around(
                            nominal,
                            operation.apply(low, other.low),
                            operation.apply(low, other.high),
                            operation.apply(high, other.low),
                            operation.apply(high, other.high));
        }

        /** Whether it may be zero. */
        public boolean mayBeZero() {
            return low.signum() <= 0 && high.signum() >= 0;
        }

        public Numeric abs() {
            if (low.signum() >= 0) {
                return this;
            }
            return high.signum() <= 0
                    ? negated()
                    : new Numeric(number.abs(), Fraction.ZERO, Fraction.larger(low.negated(), high));
        }

        public Numeric smaller(Numeric other) {
            return new Numeric(
                    Fraction.smaller(number, other.number),
                    Fraction.smaller(low, other.low),
                    Fraction.smaller(high, other.high));
        }

        public Numeric larger(Numeric other) {
            return new Numeric(
                    Fraction.larger(number, other.number),
                    Fraction.larger(low, other.low),
                    Fraction.larger(high, other.high));
        }

        /** 四舍五入; it rounds the ends too, which keeps their order. */
        public Numeric roundedTo(int decimals) {
            return new Numeric(number.rounded(decimals), low.rounded(decimals), high.rounded(decimals));
        }

        public int size() {
            return Math.max(number.size(), Math.max(low.size(), high.size()));
        }

        private static Numeric around(Fraction nominal, Fraction... corners) {
            Fraction least = corners[0];
            Fraction most = corners[0];
            for (Fraction corner : corners) {
                least = Fraction.smaller(least, corner);
                most = Fraction.larger(most, corner);
            }
            return new Numeric(nominal, least, most);
        }
    }

    record Text(String text) implements Value {}

    record Day(LocalDate day) implements Value {}

    /**
     * Whether something holds.
     *
     * @param holds for the figures as they were reported
     * @param certain whether that is so for all figures that they may stand for; what is not certain must not be held against anybody
     */
    record Truth(boolean holds, boolean certain) implements Value {
        public Truth(boolean holds) {
            this(holds, true);
        }

        /** Whether it may hold. */
        public boolean mayHold() {
            return holds || !certain;
        }
    }
}

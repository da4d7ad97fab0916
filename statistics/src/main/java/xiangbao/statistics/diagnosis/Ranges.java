package xiangbao.statistics.diagnosis;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Fraction;

/** The numbers that a cell may hold: those between ends, in order, each end taken in or not. Immutable. */
record Ranges(List<Range> ranges) {
    static final Ranges NONE = new Ranges(List.of());

    /** Null stands for no end. */
    record Range(
            @Nullable Fraction low, boolean lowIn, @Nullable Fraction high, boolean highIn) {
        @Nullable
        Range meet(Range other) {
            int lows = low == null ? (other.low == null ? 0 : -1) : other.low == null ? 1 : low.compareTo(other.low);
            int highs =
                    high == null ? (other.high == null ? 0 : 1) : other.high == null ? -1 : high.compareTo(other.high);
            Range met = new Range(
                    lows >= 0 ? low : other.low,
                    lows == 0 ? lowIn && other.lowIn : lows > 0 ? lowIn : other.lowIn,
                    highs <= 0 ? high : other.high,
                    highs == 0 ? highIn && other.highIn : highs < 0 ? highIn : other.highIn);
            if (met.low == null || met.high == null) {
                return met;
            }
            int order = met.low.compareTo(met.high);
            return order < 0 || (order == 0 && met.lowIn && met.highIn) ? met : null;
        }

        boolean isPoint() {
            return low != null && high != null && low.equals(high);
        }

        boolean holds(Fraction number) {
            int above = low == null ? 1 : number.compareTo(low);
            int below = high == null ? -1 : number.compareTo(high);
            return (above > 0 || (above == 0 && lowIn)) && (below < 0 || (below == 0 && highIn));
        }

        /** The part of it that can be reported: from the first to the last multiple of the step. */
        @Nullable
        Range onSteps(Fraction step) {
            Fraction first = low;
            if (low != null) {
                Fraction up = step.times(Fraction.of(ceiling(low.over(step)), BigInteger.ONE));
                first = !lowIn && up.equals(low) ? up.plus(step) : up;
            }
            Fraction last = high;
            if (high != null) {
                Fraction down = step.times(
                        Fraction.of(ceiling(high.over(step).negated()).negate(), BigInteger.ONE));
                last = !highIn && down.equals(high) ? down.minus(step) : down;
            }
            return first != null && last != null && first.compareTo(last) > 0
                    ? null
                    : new Range(first, first != null, last, last != null);
        }

        private static BigInteger ceiling(Fraction number) {
            BigInteger[] parts = number.numerator().divideAndRemainder(number.denominator());
            return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
        }
    }

    Ranges {
        ranges = List.copyOf(ranges);
    }

    static Ranges all(boolean negative) {
        return new Ranges(List.of(new Range(negative ? null : Fraction.ZERO, !negative, null, false)));
    }

    static Ranges only(Fraction number) {
        return new Ranges(List.of(new Range(number, true, number, true)));
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    boolean holds(Fraction number) {
        return ranges.stream().anyMatch(range -> range.holds(number));
    }

    Ranges meet(Ranges other) {
        List<Range> met = new ArrayList<>();
        for (Range one : ranges) {
            for (Range two : other.ranges) {
                Range both = one.meet(two);
                if (both != null) {
                    met.add(both);
                }
            }
        }
        return new Ranges(met);
    }

    Ranges onSteps(Fraction step) {
        List<Range> on = new ArrayList<>();
        for (Range range : ranges) {
            Range stepped = range.onSteps(step);
            if (stepped != null) {
                on.add(stepped);
            }
        }
        return new Ranges(on);
    }

    /** The only number in it; null where there are several. */
    @Nullable
    Fraction single() {
        if (ranges.size() != 1) {
            return null;
        }
        Range only = ranges.get(0);
        return only.isPoint() ? only.low() : null;
    }

    /** Its ends, which are all of it where it is a number or two. */
    List<Fraction> ends() {
        List<Fraction> ends = new ArrayList<>();
        for (Range range : ranges) {
            if (range.low() != null) {
                ends.add(range.low());
            }
            if (range.high() != null && !range.isPoint()) {
                ends.add(range.high());
            }
        }
        return ends;
    }

    /** The number in it that is nearest to another one. */
    @Nullable
    Fraction nearest(Fraction number) {
        if (holds(number)) {
            return number;
        }
        Fraction nearest = null;
        for (Fraction end : ends()) {
            if (nearest == null
                    || end.minus(number).abs().compareTo(nearest.minus(number).abs()) < 0) {
                nearest = end;
            }
        }
        return nearest;
    }
}

package xiangbao.statistics.diagnosis;

import java.math.BigDecimal;
import java.math.MathContext;
import xiangbao.statistics.figures.Fraction;

/**
 * How likely figures are, from what the unit reported before: on the log scale right figures gather about the earlier ones, and now and then lie far from them.
 * All chances are natural logarithms.
 */
final class Chances {
    /** A figure about which nothing is known may lie a hundred times above or below. */
    private static final double WIDE = Math.log(100);

    static final double UNKNOWN = -Math.log(2 * WIDE);

    private static final double FAR = 0.1;
    private static final double FAR_SPREAD = 1.5;
    private static final double WRONG_SIGN = 5;

    private final Typed cell;
    private final double half;

    Chances(Typed cell) {
        this.cell = cell;
        this.half = decimal(cell.step()) / 2;
    }

    static double decimal(Fraction number) {
        return new BigDecimal(number.numerator())
                .divide(new BigDecimal(number.denominator()), MathContext.DECIMAL64)
                .doubleValue();
    }

    /** Where a number stands on the scale; zero, too, stands somewhere. */
    private double place(Fraction number) {
        return Math.log(Math.abs(decimal(number)) + half);
    }

    /** How densely right figures lie about a number. */
    double density(Fraction number) {
        double sum = 0;
        for (Earlier one : cell.earlier()) {
            double distance = Math.abs(place(number) - place(one.number()));
            double spread = spread(one);
            sum += (1 - one.same()) * ((1 - FAR) * peak(distance, spread) + FAR * peak(distance, FAR_SPREAD));
            sum += number.equals(one.number()) ? one.same() * Math.exp(-Math.min(0.7, step(number))) : 0;
        }
        double log = cell.earlier().isEmpty()
                ? UNKNOWN
                : Math.log(sum / cell.earlier().size());
        return number.signum() < 0 ? log - WRONG_SIGN : log;
    }

    /** How densely figures lie there that have the same order of magnitude, but another source. */
    double elsewhere(Fraction number, double spread) {
        double sum = 0;
        for (Earlier one : cell.earlier()) {
            sum += peak(Math.abs(place(number) - place(one.number())), Math.hypot(spread, spread(one)));
        }
        return Math.log(sum / cell.earlier().size());
    }

    /** How far, with its sign, a number lies from the figure that tells most, on the log scale. */
    double distance(Fraction number) {
        return place(number) - place(cell.earlier().get(0).number());
    }

    /** What is counted in small numbers scatters by itself. */
    private double spread(Earlier one) {
        return Math.hypot(one.spread(), 1 / Math.sqrt(Math.abs(decimal(one.number())) / (2 * half) + 1));
    }

    private static double peak(double distance, double spread) {
        return Math.exp(-distance / spread) / (2 * spread);
    }

    private static double under(double place, double spread) {
        return place < 0 ? Math.exp(place / spread) / 2 : 1 - Math.exp(-place / spread) / 2;
    }

    /** One step of a number on the log scale. */
    double step(Fraction number) {
        return Math.log(2 * half) - place(number);
    }

    /** One step of the typed figure, as finely as it was typed. */
    double typedStep() {
        return Math.log(decimal(cell.typedStep())) - place(cell.number());
    }

    /** How likely it is that a right figure is one of these. */
    double mass(Ranges ranges) {
        double sum = 0;
        for (Ranges.Range range : ranges.ranges()) {
            boolean point = range.isPoint();
            Fraction low = range.low();
            if (point && low != null) {
                sum += Math.exp(density(low) + Math.min(0.7, step(low)));
                continue;
            }
            double from = low == null || low.signum() <= 0 ? Double.NEGATIVE_INFINITY : place(low.minus(halfStep()));
            double to = range.high() == null
                    ? Double.POSITIVE_INFINITY
                    : range.high().signum() < 0 ? Double.NEGATIVE_INFINITY : place(range.high());
            sum += Math.max(0, between(from, to)) + same(range);
        }
        return Math.log(Math.max(sum, 1e-12));
    }

    private Fraction halfStep() {
        return cell.step().over(Fraction.of(2));
    }

    private double same(Ranges.Range range) {
        return cell.earlier().stream()
                        .filter(one -> range.holds(one.number()))
                        .mapToDouble(Earlier::same)
                        .sum()
                / Math.max(1, cell.earlier().size());
    }

    private double between(double from, double to) {
        if (cell.earlier().isEmpty()) {
            double middle = place(cell.number());
            return Math.max(0, Math.min(to, middle + WIDE) - Math.max(from, middle - WIDE)) / (2 * WIDE);
        }
        double sum = 0;
        for (Earlier one : cell.earlier()) {
            double middle = place(one.number());
            double spread = spread(one);
            sum += (1 - one.same())
                    * ((1 - FAR) * (under(to - middle, spread) - under(from - middle, spread))
                            + FAR * (under(to - middle, FAR_SPREAD) - under(from - middle, FAR_SPREAD)));
        }
        return sum / cell.earlier().size();
    }

    /** The one of these that is most likely, where nothing but what came before tells. */
    Fraction likeliest(Ranges ranges) {
        Fraction wanted =
                cell.earlier().isEmpty() ? cell.number() : cell.earlier().get(0).number();
        Fraction near = ranges.nearest(wanted);
        return near == null ? cell.number() : near;
    }
}

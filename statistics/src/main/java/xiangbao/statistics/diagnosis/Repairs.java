package xiangbao.statistics.diagnosis;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xiangbao.statistics.figures.Fraction;

/**
 * The figures from which one slip leads to the typed one: a digit wrong, left out or written twice, two neighbouring ones exchanged, the sign, the decimal
 * point, another unit of measurement, cumulative for monthly (after Scholtus: what a single edit can repair needs no other explanation).
 */
final class Repairs {
    private static final int MOST_DIGITS = 15;
    private static final double DIGIT = Math.log(0.2);
    private static final double LENGTH = Math.log(0.08);
    private static final double TRANSPOSED = Math.log(0.14);
    private static final double SIGN = Math.log(0.03);
    private static final double POWER = Math.log(0.16);
    private static final double FAR_POWER = Math.log(0.03);
    private static final double UNIT = Math.log(0.2);
    private static final double TWICE = Math.log(0.08);

    /** Before the name of a unit: what was in the right unit was converted as if it were in that one. */
    static final String TWICE_CONVERTED = "反";

    private static final double CUMULATIVE = Math.log(0.05);
    private static final int FARTHEST_POWER = 4;

    private static final Fraction TEN = Fraction.of(10);

    private final Typed cell;
    private final Map<Fraction, Repair> best = new HashMap<>();
    private final List<Repair> wide = new ArrayList<>();

    private Repairs(Typed cell) {
        this.cell = cell;
    }

    /** The likeliest first. */
    static List<Repair> of(Typed cell) {
        Repairs repairs = new Repairs(cell);
        repairs.collect();
        List<Repair> all = new ArrayList<>(repairs.best.values());
        all.addAll(repairs.wide);
        all.sort(Comparator.comparingDouble(Repair::chance).reversed().thenComparing(Repair::meant));
        return all;
    }

    private void collect() {
        Fraction typed = cell.number();
        if (typed.isZero()) {
            return;
        }
        Set<Fraction> factors = new HashSet<>();
        for (OtherUnit unit : cell.units()) {
            if (!isTen(unit.right()) && factors.add(unit.right())) {
                times(unit.right(), Kind.UNIT, UNIT - Math.log(cell.units().size()) / 2, unit.name());
            }
        }
        for (int power = 1; power <= FARTHEST_POWER; power++) {
            Fraction factor = Fraction.of(BigDecimal.ONE.scaleByPowerOfTen(power));
            double chance = power == 1 ? POWER : FAR_POWER;
            for (Fraction right : List.of(Fraction.ONE.over(factor), factor)) {
                if (factors.add(right)) {
                    times(right, Kind.POWER_OF_TEN, chance, "");
                }
            }
        }
        for (OtherUnit unit : cell.units()) {
            Fraction back = Fraction.ONE.over(unit.right());
            if (!isTen(back) && factors.add(back)) {
                times(back, Kind.UNIT, TWICE - Math.log(cell.units().size()) / 2, TWICE_CONVERTED + unit.name());
            }
        }
        add(typed.negated(), Kind.SIGN, SIGN, "");
        for (Earlier earlier : cell.earlier()) {
            if (earlier.title().equals("上期") && earlier.number().signum() > 0) {
                add(typed.minus(earlier.number()), Kind.CUMULATIVE, CUMULATIVE, "累计");
                add(typed.plus(earlier.number()), Kind.CUMULATIVE, CUMULATIVE, "本期");
            }
        }
        digits(typed);
    }

    /** Ten times too much is a zero, whatever units may differ by ten. */
    private static boolean isTen(Fraction factor) {
        return factor.equals(TEN) || factor.times(TEN).equals(Fraction.ONE);
    }

    /** What was divided was rounded, too: then the right figure is known only so far. */
    private void times(Fraction right, Kind kind, double chance, String detail) {
        Fraction meant = cell.number().times(right);
        if (right.compareTo(Fraction.ONE) <= 0) {
            add(meant, kind, chance, detail);
            return;
        }
        // what was typed with more decimals than asked for was not rounded to these
        Fraction half = right.times(cell.typedStep()).over(Fraction.of(2));
        wide.add(new Repair(meant, half, kind, chance, detail));
    }

    private void add(Fraction meant, Kind kind, double chance, String detail) {
        if (meant.equals(cell.number()) || !cell.admits(meant)) {
            return;
        }
        Repair known = best.get(meant);
        if (known == null || known.chance() < chance) {
            best.put(meant, new Repair(meant, Fraction.ZERO, kind, chance, detail));
        }
    }

    private void digits(Fraction typed) {
        BigDecimal exact = typed.abs().toBigDecimal();
        int scale = Math.max(exact.scale(), cell.decimals());
        String digits = exact.setScale(scale).unscaledValue().toString();
        int count = digits.length();
        if (count > MOST_DIGITS) {
            return;
        }
        boolean below = typed.signum() < 0;
        for (int place = 0; place < count; place++) {
            String left = digits.substring(0, place);
            String right = digits.substring(place + 1);
            for (char other = '0'; other <= '9'; other++) {
                if (other != digits.charAt(place)) {
                    digits(left + other + right, scale, below, Kind.DIGIT, DIGIT - Math.log(9.0 * count));
                }
            }
            digits(left + right, scale, below, Kind.EXTRA_DIGIT, LENGTH - Math.log(10.0 * count));
            if (place + 1 < count && digits.charAt(place) != digits.charAt(place + 1)) {
                String swapped = left + digits.charAt(place + 1) + digits.charAt(place) + digits.substring(place + 2);
                digits(swapped, scale, below, Kind.TRANSPOSED, TRANSPOSED - Math.log(Math.max(1, count - 1)));
            }
        }
        for (int place = 0; place <= count; place++) {
            for (char other = '0'; other <= '9'; other++) {
                String longer = digits.substring(0, place) + other + digits.substring(place);
                digits(longer, scale, below, Kind.LOST_DIGIT, LENGTH - Math.log(count + 1));
            }
        }
    }

    private void digits(String digits, int scale, boolean below, Kind kind, double chance) {
        boolean leading = digits.length() > scale + 1 && digits.charAt(0) == '0';
        if (!digits.isEmpty() && !leading) {
            BigDecimal number = new BigDecimal(new BigInteger(digits), scale);
            add(Fraction.of(below ? number.negate() : number), kind, chance, "");
        }
    }
}

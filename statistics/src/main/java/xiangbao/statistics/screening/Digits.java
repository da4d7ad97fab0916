package xiangbao.statistics.screening;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xiangbao.statistics.aggregate.Counted;
import xiangbao.statistics.aggregate.RollUp;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.Units;

/** Looks at the last digits of all figures of a unit together, of the year so far; a few figures say nothing. */
final class Digits {
    /** From so many figures on the share of a last digit tells something. */
    static final int FEWEST = 150;

    private static final double BOUND = 3.5;
    private static final BigInteger TEN = BigInteger.TEN;
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private Digits() {}

    /** A figure that stands in many forms, such as the number of villages, is one. */
    private static final class Tally {
        private final Set<String> seen = new HashSet<>();
        private int values;
        private int round;
        private int twice;

        void add(BigInteger digits, String unit) {
            if (!seen.add(digits + unit)) {
                return;
            }
            int last = digits.mod(TEN).intValue();
            int lastTwo = digits.mod(HUNDRED).intValue();
            values++;
            round += last % 5 == 0 ? 1 : 0;
            twice += last != 0 && lastTwo % 11 == 0 ? 1 : 0;
        }

        int of(DigitQuestion.Kind kind) {
            return kind == DigitQuestion.Kind.ROUND ? round : twice;
        }
    }

    static List<DigitQuestion> of(RollUp rollUp, Units units) {
        Map<ReportingUnit, Tally> tallies = new LinkedHashMap<>();
        for (Counted counted : rollUp.basis().counted()) {
            SubmissionKey key = counted.submission().key();
            Optional<ReportingUnit> unit = units.find(key.unit());
            if (unit.isPresent() && key.period().year() == rollUp.period().year()) {
                Tally tally = tallies.computeIfAbsent(unit.get(), any -> new Tally());
                counted.submission()
                        .observations()
                        .forEach(one -> rollUp.reported(one.indicator())
                                .filter(indicator -> !rollUp.isDerived(indicator))
                                .ifPresent(indicator -> digits(one, indicator)
                                        .ifPresent(digits -> tally.add(digits, indicator.unit()))));
            }
        }
        List<DigitQuestion> found = new ArrayList<>();
        for (DigitQuestion.Kind kind : DigitQuestion.Kind.values()) {
            tallies.forEach(
                    (unit, tally) -> question(unit, tally, kind, tallies).ifPresent(found::add));
        }
        found.sort(Comparator.comparing(DigitQuestion::distance).reversed());
        return found;
    }

    /** The digits of a figure of a table that has at least two, with all decimals that its form declares. The lines of a ledger are too much alike. */
    private static Optional<BigInteger> digits(Observation one, Indicator indicator) {
        BigDecimal number = one.number();
        if (number == null
                || one.status() != ObservationStatus.REPORTED
                || !one.line().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal shifted = number.movePointRight(indicator.decimals()).stripTrailingZeros();
        if (shifted.scale() > 0) {
            return Optional.empty();
        }
        return Optional.of(shifted.toBigInteger().abs()).filter(digits -> digits.compareTo(TEN) >= 0);
    }

    private static Optional<DigitQuestion> question(
            ReportingUnit unit, Tally own, DigitQuestion.Kind kind, Map<ReportingUnit, Tally> all) {
        if (own.values < FEWEST) {
            return Optional.empty();
        }
        int values = all.values().stream().mapToInt(one -> one.values).sum() - own.values;
        int others = all.values().stream().mapToInt(one -> one.of(kind)).sum() - own.of(kind);
        double usual = Math.max(kind.chance(), values == 0 ? 0 : (double) others / values);
        double deviation = StrictMath.sqrt(usual * (1 - usual) * own.values);
        double distance = (own.of(kind) - usual * own.values) / (BOUND * deviation);
        return distance > 1
                ? Optional.of(new DigitQuestion(
                        unit,
                        kind,
                        own.values,
                        Outlier.shown(100.0 * own.of(kind) / own.values),
                        Outlier.shown(100 * usual),
                        Outlier.shown(distance)))
                : Optional.empty();
    }
}

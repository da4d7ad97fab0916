package xiangbao.statistics.screening;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.aggregate.Counted;
import xiangbao.statistics.aggregate.Figure;
import xiangbao.statistics.aggregate.RollUp;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.OverUnits;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.Units;

/**
 * 宏观审核: where to look first.
 *
 * @param open units' figures with open findings, those that weigh most in the county's total first
 * @param outliers the farthest first; a unit's figure once
 * @param digits what to ask units about the last digits of their figures, the most striking first
 */
public record Screening(List<OpenFinding> open, List<Outlier> outliers, List<DigitQuestion> digits) {
    public Screening {
        open = List.copyOf(open);
        outliers = List.copyOf(outliers);
        digits = List.copyOf(digits);
    }

    public static Screening of(RollUp rollUp, Units units) {
        return new Screening(open(rollUp, units), outliers(rollUp, units), Digits.of(rollUp, units));
    }

    private record Place(ReportingUnit unit, IndicatorCode indicator) {}

    private static List<OpenFinding> open(RollUp rollUp, Units units) {
        Map<Place, List<Finding>> findings = new LinkedHashMap<>();
        for (Counted counted : rollUp.basis().counted()) {
            SubmissionKey key = counted.submission().key();
            if (!key.period().equals(rollUp.period().latestEnded(key.period().frequency()))) {
                continue;
            }
            for (Finding finding : counted.findings()) {
                ReportingUnit unit = units.find(key.unit()).orElse(null);
                if (finding.isOpen() && !finding.folds() && finding.place().indicator() != null && unit != null) {
                    findings.computeIfAbsent(new Place(unit, finding.place().indicator()), place -> new ArrayList<>())
                            .add(finding);
                }
            }
        }
        List<OpenFinding> open = new ArrayList<>();
        findings.forEach((place, about) -> rollUp.figure(
                        place.indicator(), place.unit().code())
                .ifPresent(figure -> open.add(new OpenFinding(
                        place.unit(), figure.indicator(), figure.value(), share(figure, rollUp), about))));
        Comparator<OpenFinding> byShare =
                Comparator.comparing(OpenFinding::share, Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder()));
        open.sort(byShare.reversed()
                .thenComparing(one -> one.indicator().code())
                .thenComparing(one -> one.unit().code()));
        return open;
    }

    /** How much of the county's figure is a unit's, in per cent, to one decimal; null when the figure is not one that is added up. */
    public static @Nullable BigDecimal share(Figure figure, RollUp rollUp) {
        BigDecimal whole = rollUp.countyFigure(figure.indicator().code())
                .map(Figure::value)
                .orElse(null);
        boolean added = figure.indicator().overUnits() == OverUnits.SUM && !rollUp.isDerived(figure.indicator());
        if (figure.value() == null || whole == null || whole.signum() == 0 || !added) {
            return null;
        }
        return figure.value().abs().multiply(BigDecimal.valueOf(100)).divide(whole.abs(), 1, RoundingMode.HALF_UP);
    }

    private static List<Outlier> outliers(RollUp rollUp, Units units) {
        Map<Place, Outlier> farthest = new LinkedHashMap<>();
        for (Indicator indicator : rollUp.indicators()) {
            Map<ReportingUnit, Figure> figures = figures(rollUp, units, indicator);
            List<Outlier> found = new ArrayList<>();
            if (rollUp.isRate(indicator)) {
                Map<ReportingUnit, BigDecimal> values = new LinkedHashMap<>();
                figures.forEach((unit, figure) -> values.put(unit, Objects.requireNonNull(figure.value())));
                Levels.of(indicator, values).stream()
                        .filter(one -> !isSteady(rollUp, figures.get(one.unit())))
                        .forEach(found::add);
            } else if (rollUp.isDerived(indicator) || indicator.overUnits() == OverUnits.SUM) {
                changes(rollUp, indicator, figures).ifPresent(changes -> found.addAll(changes.find()));
            }
            found.forEach(one -> farthest.merge(
                    new Place(one.unit(), indicator.code()),
                    one,
                    (first, other) ->
                            other.distance().abs().compareTo(first.distance().abs()) > 0 ? other : first));
        }
        List<Outlier> ranked = new ArrayList<>(farthest.values());
        ranked.sort(Comparator.comparing((Outlier one) -> one.distance().abs())
                .reversed()
                .thenComparing(one -> one.indicator().code())
                .thenComparing(one -> one.unit().code()));
        return ranked;
    }

    /** Whether a rate was much the same in the period before or a year before: then it is the unit's way, and nothing new. */
    private static boolean isSteady(RollUp rollUp, @Nullable Figure figure) {
        BigDecimal now = figure == null ? null : figure.value();
        if (figure == null || now == null) {
            return false;
        }
        return Stream.of(figure.period().previous(), figure.period().yearEarlier())
                .map(before -> rollUp.comparable(figure, before))
                .anyMatch(then -> then != null && Levels.isSteady(now, then));
    }

    /** Of the units, not the county, those that have a value. */
    private static Map<ReportingUnit, Figure> figures(RollUp rollUp, Units units, Indicator indicator) {
        Map<ReportingUnit, Figure> figures = new LinkedHashMap<>();
        for (ReportingUnit unit : units.all()) {
            if (!unit.equals(units.county())) {
                rollUp.figure(indicator.code(), unit.code())
                        .filter(figure -> figure.value() != null)
                        .ifPresent(figure -> figures.put(unit, figure));
            }
        }
        return figures;
    }

    /** Since the first of some earlier periods of which enough units have a figure. */
    private static Optional<Changes> changes(RollUp rollUp, Indicator indicator, Map<ReportingUnit, Figure> figures) {
        if (figures.size() < Levels.FEWEST) {
            return Optional.empty();
        }
        for (ReferencePeriod before :
                earlier(indicator, figures.values().iterator().next().period())) {
            Map<ReportingUnit, Changes.Pair> pairs = new LinkedHashMap<>();
            figures.forEach((unit, figure) -> {
                BigDecimal now = figure.value();
                BigDecimal then = rollUp.comparable(figure, before);
                if (now != null && then != null) {
                    pairs.put(unit, new Changes.Pair(now, then));
                }
            });
            if (pairs.size() >= Levels.FEWEST) {
                return Optional.of(new Changes(indicator, before, pairs));
            }
        }
        return Optional.empty();
    }

    /** A stock is best held against the period before; a flow, which has its season, and what is counted from January on, against the year before. */
    private static List<ReferencePeriod> earlier(Indicator indicator, ReferencePeriod period) {
        return switch (indicator.overTime()) {
            case LAST, NONE -> List.of(period.previous(), period.yearEarlier());
            case SUM -> List.of(period.yearEarlier(), period.previous());
            case CUMULATIVE -> List.of(period.yearEarlier());
        };
    }
}

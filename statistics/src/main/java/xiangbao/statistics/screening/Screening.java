package xiangbao.statistics.screening;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.aggregate.Counted;
import xiangbao.statistics.aggregate.Figure;
import xiangbao.statistics.aggregate.RollUp;
import xiangbao.statistics.model.Finding;
import xiangbao.statistics.model.Indicator;
import xiangbao.statistics.model.IndicatorCode;
import xiangbao.statistics.model.OverUnits;
import xiangbao.statistics.model.ReportingUnit;
import xiangbao.statistics.model.SubmissionKey;
import xiangbao.statistics.model.Units;

/**
 * 宏观审核: where to look first.
 *
 * @param open units' figures with open findings, those that weigh most in the county's total first
 * @param outliers in print order of the forms and indicators, the farthest first
 */
public record Screening(List<OpenFinding> open, List<Outlier> outliers) {
    /** Fewer than these say nothing about what is usual. */
    private static final int FEWEST = 5;

    /** 3.5 of the robust standard deviation, which is 1.4826 median absolute deviations. */
    private static final BigDecimal FAR = new BigDecimal("5.189");

    public Screening {
        open = List.copyOf(open);
        outliers = List.copyOf(outliers);
    }

    public static Screening of(RollUp rollUp, Units units) {
        return new Screening(open(rollUp, units), outliers(rollUp, units));
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
                if (finding.isOpen() && finding.indicator() != null && unit != null) {
                    findings.computeIfAbsent(new Place(unit, finding.indicator()), place -> new ArrayList<>())
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
        List<Outlier> outliers = new ArrayList<>();
        for (Indicator indicator : rollUp.indicators()) {
            if (rollUp.isDerived(indicator)) {
                outliers.addAll(outliers(rollUp, units, indicator));
            }
        }
        return outliers;
    }

    private static List<Outlier> outliers(RollUp rollUp, Units units, Indicator indicator) {
        Map<ReportingUnit, BigDecimal> values = new LinkedHashMap<>();
        for (ReportingUnit unit : units.all()) {
            if (!unit.equals(units.county())) {
                rollUp.figure(indicator.code(), unit.code())
                        .map(Figure::value)
                        .ifPresent(value -> values.put(unit, value));
            }
        }
        if (values.size() < FEWEST) {
            return List.of();
        }
        BigDecimal median = median(List.copyOf(values.values()));
        BigDecimal deviation = median(values.values().stream()
                .map(value -> value.subtract(median).abs())
                .toList());
        // When more than half of the units agree exactly, nothing can be said about how far is far.
        if (deviation.signum() == 0) {
            return List.of();
        }
        List<Outlier> found = new ArrayList<>();
        values.forEach((unit, value) -> {
            BigDecimal distance = value.subtract(median);
            if (distance.abs().compareTo(deviation.multiply(FAR)) > 0) {
                found.add(new Outlier(
                        unit, indicator, value, median, distance.divide(deviation, 1, RoundingMode.HALF_UP)));
            }
        });
        found.sort(Comparator.comparing((Outlier outlier) -> outlier.distance().abs())
                .reversed()
                .thenComparing(outlier -> outlier.unit().code()));
        return found;
    }

    private static BigDecimal median(List<BigDecimal> values) {
        List<BigDecimal> sorted = new ArrayList<>(values);
        sorted.sort(Comparator.naturalOrder());
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.valueOf(2));
    }
}

package xiangbao.statistics.aggregate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.OverUnits;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.DerivedIndicator;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/** Computes figures of an indicator, the county's and those of its units, for a period and for the year so far. */
final class IndicatorFigures {
    private final Tallies tallies;
    private final Evaluator evaluator;
    private final ReportingUnit county;

    IndicatorFigures(Tallies tallies, Evaluator evaluator) {
        this.tallies = tallies;
        this.evaluator = evaluator;
        this.county = tallies.units().county();
    }

    /** @param leftOut units that are not to count */
    Figure county(Form form, Indicator indicator, ReferencePeriod period, boolean yearToDate, Set<UnitCode> leftOut) {
        Optional<DerivedIndicator> derived = tallies.derived(indicator.code());
        if (derived.isPresent()) {
            return derivedFigure(
                    indicator,
                    county,
                    period,
                    evaluator.county(
                            derived.get().formula(),
                            form.code(),
                            cellRow(form, indicator),
                            cellColumn(form, indicator),
                            period,
                            yearToDate,
                            leftOut));
        }
        Map<ReportingUnit, Owed> byUnit = new LinkedHashMap<>(tallies.byReporter(form, indicator, period, yearToDate));
        byUnit.keySet().removeIf(unit -> leftOut.contains(unit.code()));
        Coverage coverage = Evaluator.coverage(byUnit, missingShare(form, indicator, period, byUnit));
        if (coverage.expected().isEmpty() || !tallies.hasCountyFigure(indicator, byUnit)) {
            return without(indicator, county, period, FigureStatus.NOT_APPLICABLE, coverage);
        }
        BigDecimal sum = null;
        boolean complete = true;
        boolean forecast = false;
        List<Contribution> contributions = new ArrayList<>();
        for (Owed owed : byUnit.values()) {
            complete &= !owed.standing().isOwed() || owed.complete();
            if (owed.value() != null) {
                sum = sum == null ? owed.value() : sum.add(owed.value());
                forecast |= owed.forecast();
                contributions.addAll(owed.contributions());
            }
        }
        if (sum == null) {
            return without(indicator, county, period, coverage.lacking(), coverage);
        }
        FigureStatus status = coverage.isFinal() && complete ? FigureStatus.FINAL : FigureStatus.PROVISIONAL;
        return new Figure(
                indicator, county.code(), period, Exact.plain(sum), status, forecast, contributions, coverage);
    }

    /** Empty when the unit has nothing to do with the form. */
    Optional<Figure> unit(
            Form form, Indicator indicator, ReportingUnit unit, ReferencePeriod period, boolean yearToDate) {
        Tally tally = tallies.tally(form, period);
        Optional<DerivedIndicator> derived = tallies.derived(indicator.code());
        boolean about = form.layout() == Layout.LEDGER && form.lineUnit().isPresent();
        Optional<Owed> own = Optional.empty();
        boolean reported = tallies.reported(indicator.code()).isPresent();
        if (reported) {
            if (about) {
                own = tally.about(indicator.code().item(), unit);
            } else if (tally.owing().contains(unit)) {
                own = Optional.of(tallies.owed(form, indicator, unit, period, yearToDate));
            }
        }
        // What a unit reports stands, a blank too: a derived cell is computed only over units or over periods, never
        // beside reported ones.
        boolean recompute = derived.isPresent() && (!reported || yearToDate);
        if (recompute && (about ? tally.subjects() : tally.owing()).contains(unit)) {
            return Optional.of(derivedFigure(
                    indicator,
                    unit,
                    period,
                    evaluator.unit(
                            derived.get().formula(),
                            form.code(),
                            cellRow(form, indicator),
                            cellColumn(form, indicator),
                            period,
                            yearToDate,
                            unit)));
        }
        return own.map(owed -> reportedFigure(indicator, unit, period, owed));
    }

    private static Figure reportedFigure(Indicator indicator, ReportingUnit unit, ReferencePeriod period, Owed owed) {
        Coverage coverage = Evaluator.coverage(Map.of(unit, owed), null);
        if (owed.value() == null) {
            return without(
                    indicator,
                    unit,
                    period,
                    owed.standing().isOwed() ? coverage.lacking() : FigureStatus.NOT_APPLICABLE,
                    coverage);
        }
        FigureStatus status =
                owed.complete() && owed.standing() != Standing.PENDING ? FigureStatus.FINAL : FigureStatus.PROVISIONAL;
        return new Figure(
                indicator, unit.code(), period, owed.value(), status, owed.forecast(), owed.contributions(), coverage);
    }

    private static Figure derivedFigure(
            Indicator indicator, ReportingUnit unit, ReferencePeriod period, Evaluation evaluation) {
        return new Figure(
                indicator,
                unit.code(),
                period,
                evaluation.value() == null
                        ? null
                        : Exact.plain(evaluation.value().toBigDecimal()),
                evaluation.status(),
                evaluation.forecast(),
                evaluation.contributions(),
                evaluation.coverage());
    }

    private static Figure without(
            Indicator indicator, ReportingUnit unit, ReferencePeriod period, FigureStatus status, Coverage coverage) {
        return new Figure(indicator, unit.code(), period, null, status, false, List.of(), coverage);
    }

    private static String cellRow(Form form, Indicator indicator) {
        return form.indicator(indicator.code()).isPresent() ? indicator.code().row() : "";
    }

    private static String cellColumn(Form form, Indicator indicator) {
        return form.indicator(indicator.code()).isPresent() ? indicator.code().column() : "";
    }

    /** Who owes the form of a tally and how it stands, without any figure. */
    static Map<ReportingUnit, Owed> standings(Tally tally) {
        Map<ReportingUnit, Owed> byUnit = new LinkedHashMap<>();
        for (ReportingUnit unit : tally.owing()) {
            Standing standing = tally.standing(unit);
            byUnit.put(
                    unit,
                    new Owed(
                            standing,
                            standing.isCounted() ? BigDecimal.ZERO : null,
                            standing == Standing.ACCEPTED,
                            false,
                            false,
                            tally.isStandIn(unit),
                            List.of()));
        }
        return byUnit;
    }

    /** Of a form in a period. */
    Coverage coverage(Form form, ReferencePeriod period, List<Indicator> columns) {
        Map<ReportingUnit, Owed> byUnit = standings(tallies.tally(form, period));
        MissingShare share = null;
        for (Indicator indicator : columns) {
            if (share == null && tallies.derived(indicator.code()).isEmpty()) {
                share = missingShare(form, indicator, period, byUnit);
            }
        }
        return Evaluator.coverage(byUnit, share);
    }

    /** Null unless somebody is not counted, and everybody's figure of last year is known. */
    private @Nullable MissingShare missingShare(
            Form form, Indicator indicator, ReferencePeriod period, Map<ReportingUnit, Owed> now) {
        if (indicator.overUnits() != OverUnits.SUM || now.values().stream().noneMatch(Owed::isLacking)) {
            return null;
        }
        Map<ReportingUnit, Owed> before = tallies.byReporter(form, indicator, period.yearEarlier(), false);
        BigDecimal whole = BigDecimal.ZERO;
        BigDecimal part = BigDecimal.ZERO;
        for (Map.Entry<ReportingUnit, Owed> entry : now.entrySet()) {
            if (!entry.getValue().standing().isOwed()) {
                continue;
            }
            BigDecimal value = before.getOrDefault(entry.getKey(), Owed.NOTHING).value();
            if (value == null || value.signum() < 0) {
                return null;
            }
            whole = whole.add(value);
            part = entry.getValue().isLacking() ? part.add(value) : part;
        }
        return whole.signum() > 0 ? new MissingShare(indicator, Exact.plain(part), Exact.plain(whole)) : null;
    }
}

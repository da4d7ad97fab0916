package xiangbao.statistics.aggregate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.evaluation.Result;
import xiangbao.statistics.evaluation.Scope;
import xiangbao.statistics.figures.Absence;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.Missing;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.OverUnits;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.Reference;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/**
 * Applies formulas to sums. A ratio is a ratio of sums over exactly those units that have every operand they owe; who lacks one is left out of all of them,
 * or the ratio would compare one set of units with another.
 */
final class Evaluator {
    private final Tallies tallies;

    Evaluator(Tallies tallies) {
        this.tallies = tallies;
    }

    /** A figure of the plan over the county: flows for the year so far. */
    Evaluation plan(Formula formula, ReferencePeriod period, Set<UnitCode> leftOut) {
        return county(formula, null, "", "", period, true, leftOut);
    }

    /** A figure of the plan for one unit: flows for the year so far. */
    Evaluation plan(Formula formula, ReferencePeriod period, ReportingUnit unit) {
        return unit(formula, null, "", "", period, true, unit);
    }

    /**
     * @param form the form at hand, or null for the plan
     * @param row code of the row at hand, or empty
     * @param column code of the column at hand, or empty
     * @param leftOut units that are not to count whatever they say
     */
    Evaluation county(
            Formula formula,
            @Nullable FormCode form,
            String row,
            String column,
            ReferencePeriod period,
            boolean yearToDate,
            Set<UnitCode> leftOut) {
        Set<UnitCode> excluded = new TreeSet<>(leftOut);
        List<ReportingUnit> registered = atHand(form, period);
        // Exclusion only grows, and the owing follow from the operands, so that a few rounds always do.
        for (int round = 0; round < 50; round++) {
            CountyFigures figures = new CountyFigures(tallies, yearToDate, excluded, registered);
            Result result = Scope.overUnits(tallies.vocabulary(), figures, form, period)
                    .at(row, column)
                    .evaluate(formula);
            Map<ReportingUnit, Owed> together = together(figures.operands(), yearToDate, leftOut, null);
            Set<UnitCode> lacking = new TreeSet<>(excluded);
            together.forEach((unit, owed) -> {
                if (owed.isLacking()) {
                    lacking.add(unit.code());
                }
            });
            List<ReportingUnit> owing = together.isEmpty()
                    ? registered
                    : together.entrySet().stream()
                            .filter(entry -> entry.getValue().standing().isOwed())
                            .map(Map.Entry::getKey)
                            .toList();
            if (lacking.equals(excluded) && owing.equals(registered)) {
                return evaluation(
                        result,
                        together,
                        excluded,
                        contributions(formula, form, figures.operands(), yearToDate, excluded, null));
            }
            excluded = lacking;
            registered = owing;
        }
        throw new IllegalStateException("the units of " + formula + " do not settle");
    }

    Evaluation unit(
            Formula formula,
            @Nullable FormCode form,
            String row,
            String column,
            ReferencePeriod period,
            boolean yearToDate,
            ReportingUnit unit) {
        UnitFigures figures = new UnitFigures(tallies, unit, yearToDate);
        Result result = Scope.overUnits(tallies.vocabulary(), figures, form, period)
                .at(row, column)
                .evaluate(formula);
        Map<ReportingUnit, Owed> together = together(figures.operands(), yearToDate, Set.of(), unit);
        return evaluation(
                result,
                together,
                Set.of(),
                contributions(formula, form, figures.operands(), yearToDate, Set.of(), unit));
    }

    private List<ReportingUnit> atHand(@Nullable FormCode code, ReferencePeriod period) {
        Form form = code == null ? null : tallies.form(code);
        if (form != null) {
            return tallies.tally(form, period.latestEnded(form.frequency())).owing();
        }
        return tallies.units().all().stream()
                .filter(unit -> unit.kind().isTownshipLevel() && unit.validity().covers(period.lastDay()))
                .toList();
    }

    /** For every unit, where it stands with all operands together; the value only tells whether it lacks one. */
    private Map<ReportingUnit, Owed> together(
            Collection<Operand> operands, boolean yearToDate, Set<UnitCode> leftOut, @Nullable ReportingUnit only) {
        Map<ReportingUnit, Owed> merged = new LinkedHashMap<>();
        for (Operand operand : operands) {
            byUnit(operand, yearToDate, only).forEach((unit, owed) -> {
                if (!leftOut.contains(unit.code())) {
                    merged.merge(unit, owed, Evaluator::both);
                }
            });
        }
        Map<ReportingUnit, Owed> inOrder = new LinkedHashMap<>();
        for (ReportingUnit unit : tallies.units().all()) {
            Owed owed = merged.get(unit);
            if (owed != null) {
                inOrder.put(unit, owed);
            }
        }
        return inOrder;
    }

    private static Owed both(Owed one, Owed other) {
        if (!one.standing().isOwed()) {
            return other;
        }
        if (!other.standing().isOwed()) {
            return one;
        }
        return new Owed(
                one.standing().worst(other.standing()),
                one.value() == null ? null : other.value(),
                one.complete() && other.complete(),
                one.gap() || other.gap(),
                one.forecast() || other.forecast(),
                one.standIn() || other.standIn(),
                List.of());
    }

    private Map<ReportingUnit, Owed> byUnit(Operand operand, boolean yearToDate, @Nullable ReportingUnit only) {
        Form form = tallies.form(operand.form());
        if (form == null) {
            return Map.of();
        }
        if (operand.item().isEmpty()) {
            return lines(form, operand.period(), only);
        }
        Indicator indicator = tallies.reported(new IndicatorCode(operand.form(), operand.item()))
                .orElse(null);
        if (indicator == null) {
            return Map.of();
        }
        if (only != null) {
            Owed owed = tallies.owed(form, indicator, only, operand.period(), yearToDate);
            return owed.standing().isOwed() ? Map.of(only, owed) : Map.of();
        }
        Map<ReportingUnit, Owed> byUnit = tallies.byReporter(form, indicator, operand.period(), yearToDate);
        return indicator.overUnits() == OverUnits.SUM || tallies.hasCountyFigure(indicator, byUnit) ? byUnit : Map.of();
    }

    private Map<ReportingUnit, Owed> lines(Form form, ReferencePeriod period, @Nullable ReportingUnit only) {
        Tally tally = tallies.tally(form, period);
        Map<ReportingUnit, Owed> byUnit = new LinkedHashMap<>();
        for (ReportingUnit unit : tally.owing()) {
            if (only == null || only.equals(unit) || form.lineUnit().isPresent()) {
                Standing standing = tally.standing(unit);
                byUnit.put(
                        unit,
                        new Owed(
                                standing,
                                standing.isCounted() ? BigDecimal.ZERO : null,
                                standing == Standing.ACCEPTED,
                                false,
                                tally.hasForecast(unit),
                                tally.isStandIn(unit),
                                List.of()));
            }
        }
        return byUnit;
    }

    private static Evaluation evaluation(
            Result result,
            Map<ReportingUnit, Owed> together,
            Set<UnitCode> excluded,
            List<Contribution> contributions) {
        Coverage coverage = coverage(together, null);
        Fraction value = result.number().orElse(null);
        boolean complete =
                together.values().stream().allMatch(owed -> !owed.standing().isOwed() || owed.complete());
        boolean gaps = together.values().stream().anyMatch(Owed::gap);
        boolean forecast = together.values().stream().anyMatch(Owed::forecast);
        FigureStatus status;
        if (value != null) {
            status = coverage.isFinal() && complete ? FigureStatus.FINAL : FigureStatus.PROVISIONAL;
        } else {
            status = isUnreported(result.missing(), coverage) ? coverage.lacking() : FigureStatus.NOT_APPLICABLE;
        }
        return new Evaluation(
                value, status, coverage, excluded, gaps, contributions, value != null && forecast, result.missing());
    }

    /** Whether a value lacks because somebody has not reported, rather than because there is nothing to report. */
    private static boolean isUnreported(List<Missing> missing, Coverage coverage) {
        return !coverage.notCounted().isEmpty()
                && missing.stream()
                        .anyMatch(one -> one.reason() == Absence.NOT_SUBMITTED
                                || one.reason() == Absence.MISSING
                                || one.reason() == Absence.UNREADABLE);
    }

    static Coverage coverage(Map<ReportingUnit, Owed> byUnit, @Nullable MissingShare share) {
        List<ReportingUnit> expected = new ArrayList<>();
        List<ReportingUnit> accepted = new ArrayList<>();
        List<ReportingUnit> pending = new ArrayList<>();
        List<ReportingUnit> withheld = new ArrayList<>();
        List<ReportingUnit> returned = new ArrayList<>();
        List<ReportingUnit> missing = new ArrayList<>();
        List<ReportingUnit> standIns = new ArrayList<>();
        byUnit.forEach((unit, owed) -> {
            if (owed.standing().isOwed()) {
                expected.add(unit);
            }
            switch (owed.standing()) {
                case ACCEPTED -> accepted.add(unit);
                case PENDING -> pending.add(unit);
                case WITHHELD -> withheld.add(unit);
                case RETURNED -> returned.add(unit);
                case MISSING -> missing.add(unit);
                case NOT_APPLICABLE -> {}
            }
            if (owed.standIn() && owed.standing().isCounted()) {
                standIns.add(unit);
            }
        });
        return new Coverage(expected, accepted, pending, withheld, returned, missing, standIns, share);
    }

    private List<Contribution> contributions(
            Formula formula,
            @Nullable FormCode form,
            Collection<Operand> operands,
            boolean yearToDate,
            Set<UnitCode> excluded,
            @Nullable ReportingUnit only) {
        Set<IndicatorCode> named = new LinkedHashSet<>();
        name(formula, form, named);
        Set<Contribution> contributions = new LinkedHashSet<>();
        for (Operand operand : operands) {
            Form owner = tallies.form(operand.form());
            if (owner == null) {
                continue;
            }
            if (operand.item().isEmpty()) {
                Set<String> columns = new LinkedHashSet<>();
                named.stream()
                        .filter(code -> code.form().equals(operand.form()))
                        .forEach(code -> columns.add(code.item()));
                Tally tally = tallies.tally(owner, operand.period());
                for (ReportingUnit reporter : tally.owing()) {
                    if (!excluded.contains(reporter.code()) && (only == null || only.equals(reporter))) {
                        contributions.addAll(tally.traced(reporter, columns, excluded, null));
                    } else if (only != null && owner.lineUnit().isPresent()) {
                        contributions.addAll(tally.traced(reporter, columns, excluded, only.code()));
                    }
                }
            } else {
                byUnit(operand, yearToDate, only).forEach((unit, owed) -> {
                    if (!excluded.contains(unit.code())) {
                        contributions.addAll(owed.contributions());
                    }
                });
            }
        }
        return List.copyOf(contributions);
    }

    /** What a formula names, through the derived indicators that it names. */
    private void name(Formula formula, @Nullable FormCode form, Set<IndicatorCode> named) {
        for (Reference reference : formula.references()) {
            FormCode owner = reference.form() == null ? form : reference.form();
            if (owner != null) {
                IndicatorCode code = new IndicatorCode(owner, reference.item());
                if (named.add(code)) {
                    tallies.derived(code).ifPresent(derived -> name(derived.formula(), owner, named));
                }
            }
        }
    }
}

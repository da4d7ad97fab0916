package xiangbao.statistics.aggregate;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xiangbao.statistics.evaluation.Result;
import xiangbao.statistics.evaluation.Scope;
import xiangbao.statistics.figures.Absence;
import xiangbao.statistics.figures.Figures;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.figures.Reading;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.DerivedIndicator;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.Units;

/** Sums over all units but the excluded; remembers which were looked up. */
final class CountyFigures implements Figures {
    private final Tallies tallies;
    private final boolean yearToDate;
    private final Set<UnitCode> excluded;
    private final List<ReportingUnit> registered;
    private final Set<Operand> operands = new LinkedHashSet<>();

    /** @param registered the units over which master data is summed, before exclusion */
    CountyFigures(Tallies tallies, boolean yearToDate, Set<UnitCode> excluded, List<ReportingUnit> registered) {
        this.tallies = tallies;
        this.yearToDate = yearToDate;
        this.excluded = excluded;
        this.registered = registered;
    }

    Set<Operand> operands() {
        return operands;
    }

    @Override
    public Reading cell(FormCode code, ReferencePeriod period, String row, String column) {
        Form form = tallies.form(code);
        IndicatorCode cell = IndicatorCode.ofCell(code, row, column);
        Indicator indicator = tallies.reported(cell).orElse(null);
        if (form == null || indicator == null) {
            return Reading.absent(Absence.NOT_SUBMITTED);
        }
        Optional<DerivedIndicator> recomputed = tallies.derived(cell);
        if (recomputed.isPresent()) {
            Result result = Scope.overUnits(tallies.vocabulary(), this, code, period)
                    .at(row, column)
                    .evaluate(recomputed.get().formula());
            return result.number()
                    .map(Reading::of)
                    .orElseGet(() -> Reading.absent(
                            result.missing().isEmpty()
                                    ? Absence.NOT_APPLICABLE
                                    : result.missing().get(0).reason()));
        }
        operands.add(new Operand(code, period, indicator.code().item()));
        Map<ReportingUnit, Owed> byUnit = tallies.byReporter(form, indicator, period, yearToDate);
        if (!tallies.hasCountyFigure(indicator, byUnit)) {
            return Reading.absent(Absence.NOT_APPLICABLE);
        }
        BigDecimal sum = null;
        Absence absence = Absence.NOT_APPLICABLE;
        for (Map.Entry<ReportingUnit, Owed> entry : byUnit.entrySet()) {
            Owed owed = entry.getValue();
            if (owed.isLacking()) {
                absence = absence(owed.standing(), tallies.tally(form, period), entry.getKey());
            } else if (owed.value() != null && !excluded.contains(entry.getKey().code())) {
                sum = sum == null ? owed.value() : sum.add(owed.value());
            }
        }
        return sum == null ? Reading.absent(absence) : Reading.of(sum);
    }

    static Absence absence(Standing standing, Tally tally, ReportingUnit unit) {
        if (!standing.isOwed()) {
            return Absence.NOT_APPLICABLE;
        }
        return tally.standing(unit).isCounted() ? Absence.MISSING : Absence.NOT_SUBMITTED;
    }

    @Override
    public Optional<List<Line>> lines(FormCode code, ReferencePeriod period) {
        Form form = tallies.form(code);
        if (form == null) {
            return Optional.empty();
        }
        operands.add(new Operand(code, period, ""));
        return tallies.tally(form, period).lines(excluded);
    }

    /** Undecided when a township that counts has no such entry: a partial denominator would flatter every ratio. */
    @Override
    public Optional<BigDecimal> attribute(String name) {
        BigDecimal sum = null;
        for (ReportingUnit unit : registered) {
            if (unit.kind().isTownshipLevel() && !excluded.contains(unit.code())) {
                Optional<BigDecimal> own =
                        name.equals(Units.TOWNSHIPS) ? Optional.of(BigDecimal.ONE) : unit.attribute(name);
                if (own.isEmpty()) {
                    return Optional.empty();
                }
                sum = sum == null ? own.get() : sum.add(own.get());
            }
        }
        return Optional.ofNullable(sum);
    }
}

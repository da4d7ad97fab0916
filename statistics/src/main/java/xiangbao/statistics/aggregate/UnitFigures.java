package xiangbao.statistics.aggregate;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xiangbao.statistics.figures.Absence;
import xiangbao.statistics.figures.Figures;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.figures.Reading;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.ReportingUnit;

/** The figures of one unit; remembers which were looked up. */
final class UnitFigures implements Figures {
    private final Tallies tallies;
    private final ReportingUnit unit;
    private final boolean yearToDate;
    private final Set<Operand> operands = new LinkedHashSet<>();

    UnitFigures(Tallies tallies, ReportingUnit unit, boolean yearToDate) {
        this.tallies = tallies;
        this.unit = unit;
        this.yearToDate = yearToDate;
    }

    Set<Operand> operands() {
        return operands;
    }

    @Override
    public Reading cell(FormCode code, ReferencePeriod period, String row, String column) {
        Form form = tallies.form(code);
        Indicator indicator =
                tallies.reported(IndicatorCode.ofCell(code, row, column)).orElse(null);
        if (form == null || indicator == null) {
            return Reading.absent(Absence.NOT_SUBMITTED);
        }
        operands.add(new Operand(code, period, indicator.code().item()));
        Owed owed = tallies.owed(form, indicator, unit, period, yearToDate);
        if (owed.value() != null) {
            return Reading.of(owed.value());
        }
        return Reading.absent(CountyFigures.absence(owed.standing(), tallies.tally(form, period), unit));
    }

    @Override
    public Optional<List<Line>> lines(FormCode code, ReferencePeriod period) {
        Form form = tallies.form(code);
        if (form == null) {
            return Optional.empty();
        }
        operands.add(new Operand(code, period, ""));
        return tallies.tally(form, period).linesOf(unit);
    }

    @Override
    public Optional<BigDecimal> attribute(String name) {
        return unit.attribute(name);
    }
}

package xiangbao.statistics.consistency;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Absence;
import xiangbao.statistics.figures.Figures;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.figures.Reading;
import xiangbao.statistics.figures.Value;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.Units;

/** A unit that has reported everything that it owes, in every period, with made-up figures above zero: what is missing here is always missing. */
final class AllReported implements Figures {
    private static final String KEY = "1";

    private final Map<FormCode, FormRules> forms;
    private final ReportingUnit unit;
    private final int trial;

    AllReported(Map<FormCode, FormRules> forms, ReportingUnit unit, int trial) {
        this.forms = forms;
        this.unit = unit;
        this.trial = trial;
    }

    @Override
    public Reading cell(FormCode code, ReferencePeriod period, String row, String column) {
        Form form = asked(code, period);
        Row asked = form == null ? null : form.row(row).orElse(null);
        boolean due = form != null
                && asked != null
                && asked.due().in(period)
                && (asked.appliesTo() == null || asked.appliesTo().selects(unit))
                && form.column(column).filter(asked::has).isPresent();
        return due
                ? Reading.of(number(code + row + "." + column + period))
                : Reading.absent(form == null ? Absence.NOT_SUBMITTED : Absence.MISSING);
    }

    private @Nullable Form asked(FormCode code, ReferencePeriod period) {
        FormRules rules = forms.get(code);
        return rules != null
                        && rules.enabled()
                        && rules.form().owedBy().selects(unit)
                        && rules.form().asks(unit, period)
                ? rules.form()
                : null;
    }

    private Fraction number(String place) {
        int mixed = (place + trial).hashCode() * 0x9E3779B1;
        return Fraction.of(1 + (mixed >>> 8) % 997);
    }

    @Override
    public Optional<List<Line>> lines(FormCode code, ReferencePeriod period) {
        Form form = asked(code, period);
        if (form == null) {
            return Optional.empty();
        }
        Map<String, Reading> cells = new HashMap<>();
        for (Column column : form.columns()) {
            cells.put(column.code(), value(code, period, column));
        }
        return Optional.of(List.of(new Line(KEY, cells)));
    }

    private Reading value(FormCode code, ReferencePeriod period, Column column) {
        return switch (column.kind()) {
            case NUMBER -> Reading.of(number(code + column.code() + period));
            case DAY -> new Reading.Known(new Value.Day(period.lastDay()));
            case CHOICE ->
                new Reading.Known(new Value.Text(
                        column.choices().isEmpty()
                                ? KEY
                                : column.choices().get(trial % column.choices().size())));
            case UNIT -> new Reading.Known(new Value.Text(unit.name()));
            case TEXT, KEY -> new Reading.Known(new Value.Text(KEY));
        };
    }

    @Override
    public Optional<BigDecimal> attribute(String name) {
        return name.equals(Units.TOWNSHIPS) ? Optional.of(BigDecimal.ONE) : unit.attribute(name);
    }
}

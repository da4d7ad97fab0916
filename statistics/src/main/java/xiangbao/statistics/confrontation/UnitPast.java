package xiangbao.statistics.confrontation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.figures.Reading;
import xiangbao.statistics.figures.Value;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.screens.Past;

/** What a unit reported before in one form, as the screens see it. */
public final class UnitPast implements Past {
    private final Form form;
    private final UnitFigures figures;

    public UnitPast(Form form, UnitFigures figures) {
        this.form = form;
        this.figures = figures;
    }

    @Override
    public Optional<BigDecimal> figure(Indicator indicator, String line, ReferencePeriod period) {
        IndicatorCode code = indicator.code();
        if (!comparable(code, period)) {
            return Optional.empty();
        }
        Optional<Reading> reading = form.layout() == Layout.LEDGER
                ? figures.line(form.code(), period, line).map(found -> cell(found, code))
                : Optional.of(figures.cell(form.code(), period, code.row(), code.column()));
        return reading.filter(Reading.Known.class::isInstance)
                .map(known -> ((Reading.Known) known).value())
                .filter(Value.Numeric.class::isInstance)
                .map(value -> ((Value.Numeric) value).number().toBigDecimal());
    }

    private static Reading cell(Line line, IndicatorCode code) {
        return line.cell(code.column());
    }

    private boolean comparable(IndicatorCode code, ReferencePeriod period) {
        LocalDate row = form.row(code.row()).map(Row::comparableSince).orElse(null);
        LocalDate column =
                form.column(code.column()).map(Column::comparableSince).orElse(null);
        LocalDate last = period.lastDay();
        return (row == null || !last.isBefore(row)) && (column == null || !last.isBefore(column));
    }

    @Override
    public Optional<BigDecimal> attribute(String name) {
        return figures.attribute(name);
    }
}

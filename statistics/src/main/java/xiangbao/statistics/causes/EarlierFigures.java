package xiangbao.statistics.causes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xiangbao.statistics.confrontation.UnitFigures;
import xiangbao.statistics.diagnosis.Earlier;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.figures.Reading;
import xiangbao.statistics.figures.Value;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;

/** What the unit reported before in the cells of a form, and how far a right figure usually lies from it. */
final class EarlierFigures {
    private static final int EARLIEST = 1950;
    private static final double STOCK = 0.06;
    private static final double YEAR = 0.12;
    private static final double FLOW = 0.5;
    private static final double GROWTH = 0.25;

    /** So many times more seldom is a figure the same after a year. */
    private static final double A_YEAR_LATER = 3;

    private final Form form;
    private final ReferencePeriod period;
    private final UnitFigures figures;

    EarlierFigures(Form form, ReferencePeriod period, UnitFigures figures) {
        this.form = form;
        this.period = period;
        this.figures = figures;
    }

    /** The one that tells most in front. */
    List<Earlier> of(Indicator indicator, String line) {
        List<Earlier> earlier = new ArrayList<>();
        if (period.year() <= EARLIEST) {
            return earlier;
        }
        OverTime time = indicator.overTime();
        boolean yearly = form.frequency() == Frequency.YEAR;
        Earlier last = yearly
                ? null
                : at(indicator.code(), line, period.previous())
                        .map(number -> new Earlier("上期", number, sinceLast(time), same(number, time)))
                        .orElse(null);
        Earlier year = at(indicator.code(), line, period.yearEarlier())
                .map(number -> new Earlier(
                        yearly ? "上年" : "上年同期",
                        number,
                        time == OverTime.SUM ? GROWTH : YEAR,
                        same(number, time) / A_YEAR_LATER))
                .orElse(null);
        boolean steady = last != null && (year == null || last.spread() < year.spread());
        if (steady && last != null) {
            earlier.add(last);
        }
        if (year != null) {
            earlier.add(year);
        }
        if (!steady && last != null) {
            earlier.add(last);
        }
        return earlier;
    }

    private double sinceLast(OverTime time) {
        return switch (time) {
            case LAST -> STOCK;
            case CUMULATIVE -> period.ordinal() == 1 ? FLOW : GROWTH;
            case SUM -> FLOW;
            case NONE -> GROWTH;
        };
    }

    private static double same(Fraction number, OverTime time) {
        if (number.isZero()) {
            return 0.5;
        }
        return switch (time) {
            case LAST -> 0.4;
            case CUMULATIVE -> 0.15;
            case SUM -> 0.03;
            case NONE -> 0.1;
        };
    }

    Optional<Fraction> at(IndicatorCode item, String line, ReferencePeriod then) {
        if (!comparable(item, then)) {
            return Optional.empty();
        }
        Reading reading;
        if (form.layout() == Layout.LEDGER) {
            Optional<Line> found = figures.line(form.code(), then, line);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            reading = found.get().cell(item.column());
        } else {
            reading = figures.cell(form.code(), then, item.row(), item.column());
        }
        return reading instanceof Reading.Known known && known.value() instanceof Value.Numeric numeric
                ? Optional.of(numeric.number())
                : Optional.empty();
    }

    private boolean comparable(IndicatorCode item, ReferencePeriod then) {
        LocalDate row = form.row(item.row()).map(Row::comparableSince).orElse(null);
        LocalDate column =
                form.column(item.column()).map(Column::comparableSince).orElse(null);
        return (row == null || !then.lastDay().isBefore(row))
                && (column == null || !then.lastDay().isBefore(column));
    }
}

package xiangbao.statistics.evaluation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import xiangbao.statistics.figures.Absence;
import xiangbao.statistics.figures.Figures;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.figures.Missing;
import xiangbao.statistics.figures.Reading;
import xiangbao.statistics.figures.UsedFigure;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.formula.Target;
import xiangbao.statistics.formula.Vocabulary;
import xiangbao.statistics.periods.ReferencePeriod;

/** Looks figures up for one evaluation, each in the period that is meant, and remembers which unless it goes over lines. */
final class FigureLookup {
    private final Vocabulary vocabulary;
    private final Figures figures;
    private final Set<UsedFigure> used = new LinkedHashSet<>();
    private boolean noting = true;

    FigureLookup(Vocabulary vocabulary, Figures figures) {
        this.vocabulary = vocabulary;
        this.figures = figures;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    List<UsedFigure> used() {
        return List.copyOf(used);
    }

    /** Forgets what was looked up, so that what one part looks up can be told apart. */
    void forget() {
        used.clear();
    }

    void note(UsedFigure figure) {
        if (noting) {
            used.add(figure);
        }
    }

    /** Does not remember what is looked up meanwhile. */
    Result unnoted(Supplier<Result> part) {
        boolean before = noting;
        noting = false;
        try {
            return part.get();
        } finally {
            noting = before;
        }
    }

    /** Remembers nothing from here on. */
    void noteNothing() {
        noting = false;
    }

    ReferencePeriod periodOf(FormCode form, At at) {
        Vocabulary.Index index = vocabulary.index(form);
        return at.shift(
                index == null
                        ? at.period()
                        : at.period().latestEnded(index.form().frequency()));
    }

    Result cell(Target.Cell cell, At at) {
        ReferencePeriod period = periodOf(cell.form(), at);
        Reading reading = figures.cell(cell.form(), period, cell.row(), cell.column());
        return looked(cell.form(), period, cell.row() + "." + cell.column(), "", reading);
    }

    private Result looked(FormCode form, ReferencePeriod period, String item, String line, Reading reading) {
        if (noting) {
            used.add(new UsedFigure(form, period, item, line, reading));
        }
        if (reading instanceof Reading.Known known) {
            return new Result.Known(known.value());
        }
        return new Result.Undecided(
                List.of(new Missing(form, period, item, line, ((Reading.Unknown) reading).reason())));
    }

    Result ledgerColumn(Target.LedgerColumn place, At at) {
        Line line = at.line();
        if (line == null || !place.form().equals(at.lineForm())) {
            throw new IllegalStateException("a ledger column without a line passed the check");
        }
        ReferencePeriod period = at.shift(at.linePeriod());
        if (!period.equals(at.linePeriod())) {
            if (figures.lines(place.form(), period).isEmpty()) {
                return looked(
                        place.form(),
                        period,
                        place.column(),
                        line.key(),
                        Reading.absent(figures.noLines(place.form(), period)));
            }
            Optional<Line> earlier = figures.line(place.form(), period, line.key());
            if (earlier.isEmpty()) {
                return looked(place.form(), period, place.column(), line.key(), Reading.absent(Absence.NO_SUCH_LINE));
            }
            line = earlier.get();
        }
        return looked(place.form(), period, place.column(), line.key(), line.cell(place.column()));
    }

    /** The lines of a ledger, or what is missing where it has not come. */
    Optional<List<Line>> lines(FormCode ledger, ReferencePeriod period) {
        return figures.lines(ledger, period);
    }

    Result noLines(FormCode ledger, ReferencePeriod period) {
        return new Result.Undecided(List.of(new Missing(ledger, period, "台账", "", figures.noLines(ledger, period))));
    }

    Result attribute(String name) {
        return figures.attribute(name)
                .map(value -> Results.known(Fraction.of(value)))
                .orElseGet(() -> Results.undecided(Absence.NOT_REGISTERED, name));
    }

    /** The form of a code, which the check has found to exist. */
    Form form(FormCode code) {
        Vocabulary.Index index = vocabulary.index(code);
        if (index == null) {
            throw new IllegalStateException("no such form: " + code);
        }
        return index.form();
    }
}

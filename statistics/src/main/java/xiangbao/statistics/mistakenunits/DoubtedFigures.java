package xiangbao.statistics.mistakenunits;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Absence;
import xiangbao.statistics.figures.Figures;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.figures.Reading;
import xiangbao.statistics.figures.Value;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.SubmissionKey;

/** A unit's figures, some of the submission at hand taken away as doubtful, or seen as if they had been typed in another unit of measurement. */
public final class DoubtedFigures implements Figures {
    private final Figures figures;
    private final SubmissionKey key;
    private final Set<String> doubted;
    private final @Nullable Fraction times;
    private @Nullable Map<String, Line> lines;

    private DoubtedFigures(Figures figures, SubmissionKey key, Set<String> doubted, @Nullable Fraction times) {
        this.figures = figures;
        this.key = key;
        this.doubted = Set.copyOf(doubted);
        this.times = times;
    }

    /** Relations that need one of these are undecided. */
    public static Figures without(Figures figures, SubmissionKey key, Set<String> doubted) {
        return new DoubtedFigures(figures, key, doubted, null);
    }

    static Figures times(Figures figures, SubmissionKey key, Set<String> doubted, Fraction factor) {
        return new DoubtedFigures(figures, key, doubted, factor);
    }

    private boolean here(FormCode form, ReferencePeriod period) {
        return form.equals(key.form()) && period.equals(key.period());
    }

    private Reading seen(String line, String item, Reading reading) {
        if (!doubted.contains(MeasuredCells.Cell.id(line, item))) {
            return reading;
        }
        if (times == null) {
            return Reading.absent(Absence.UNIT_DOUBTFUL);
        }
        return reading instanceof Reading.Known known && known.value() instanceof Value.Numeric numeric
                ? new Reading.Known(numeric.times(new Value.Numeric(times)))
                : reading;
    }

    @Override
    public Reading cell(FormCode form, ReferencePeriod period, String row, String column) {
        Reading reading = figures.cell(form, period, row, column);
        return here(form, period) ? seen("", row + "." + column, reading) : reading;
    }

    @Override
    public Optional<List<Line>> lines(FormCode form, ReferencePeriod period) {
        return here(form, period) ? Optional.of(List.copyOf(own().values())) : figures.lines(form, period);
    }

    @Override
    public Optional<Line> line(FormCode form, ReferencePeriod period, String line) {
        return here(form, period) ? Optional.ofNullable(own().get(line)) : figures.line(form, period, line);
    }

    private Map<String, Line> own() {
        Map<String, Line> known = lines;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (Line line : figures.lines(key.form(), key.period()).orElse(List.of())) {
                Map<String, Reading> cells = new HashMap<>();
                line.cells().forEach((item, reading) -> cells.put(item, seen(line.key(), item, reading)));
                known.put(line.key(), new Line(line.key(), cells));
            }
            lines = known;
        }
        return known;
    }

    @Override
    public Absence noLines(FormCode form, ReferencePeriod period) {
        return figures.noLines(form, period);
    }

    @Override
    public Optional<BigDecimal> attribute(String name) {
        return figures.attribute(name);
    }
}

package xiangbao.statistics.causes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiangbao.statistics.confrontation.Rounding;
import xiangbao.statistics.diagnosis.Spot;
import xiangbao.statistics.figures.Absence;
import xiangbao.statistics.figures.Figures;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.figures.Reading;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.SubmissionKey;

/** A unit's figures, as if others had been typed in some cells of the submission at hand. */
final class ChangedFigures implements Figures {
    private final Figures figures;
    private final SubmissionKey key;
    private final Rounding rounding;
    private final Map<Spot, Fraction> changed;

    ChangedFigures(Figures figures, SubmissionKey key, Rounding rounding, Map<Spot, Fraction> changed) {
        this.figures = figures;
        this.key = key;
        this.rounding = rounding;
        this.changed = changed;
    }

    private boolean here(FormCode form, ReferencePeriod period) {
        return form.equals(key.form()) && period.equals(key.period());
    }

    private Reading reading(String item, Fraction number) {
        return rounding.of(key.form(), item, Reading.of(number));
    }

    @Override
    public Reading cell(FormCode form, ReferencePeriod period, String row, String column) {
        if (here(form, period)) {
            String item = row + "." + column;
            Fraction number = changed.get(new Spot("", item));
            if (number != null) {
                return reading(item, number);
            }
        }
        return figures.cell(form, period, row, column);
    }

    @Override
    public Optional<List<Line>> lines(FormCode form, ReferencePeriod period) {
        Optional<List<Line>> lines = figures.lines(form, period);
        if (!here(form, period) || lines.isEmpty()) {
            return lines;
        }
        List<Line> seen = new ArrayList<>();
        lines.get().forEach(line -> seen.add(seen(line)));
        return Optional.of(seen);
    }

    @Override
    public Optional<Line> line(FormCode form, ReferencePeriod period, String line) {
        Optional<Line> found = figures.line(form, period, line);
        return here(form, period) ? found.map(this::seen) : found;
    }

    private Line seen(Line line) {
        Map<String, Reading> cells = null;
        for (Map.Entry<Spot, Fraction> one : changed.entrySet()) {
            if (one.getKey().line().equals(line.key())) {
                cells = cells == null ? new HashMap<>(line.cells()) : cells;
                cells.put(one.getKey().item(), reading(one.getKey().item(), one.getValue()));
            }
        }
        return cells == null ? line : new Line(line.key(), cells);
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

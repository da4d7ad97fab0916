package xiangbao.statistics.audit;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.formula.Absence;
import xiangbao.statistics.formula.Figures;
import xiangbao.statistics.formula.Line;
import xiangbao.statistics.formula.Reading;
import xiangbao.statistics.formula.Vocabulary;
import xiangbao.statistics.model.ColumnKind;
import xiangbao.statistics.model.Form;
import xiangbao.statistics.model.FormCode;
import xiangbao.statistics.model.Observation;
import xiangbao.statistics.model.ReferencePeriod;
import xiangbao.statistics.model.ReportingUnit;
import xiangbao.statistics.model.SubmissionKey;

/** The figures of one unit: the submission under review, and what lies around it, looked up once each. */
final class UnitFigures implements Figures {
    private final Vocabulary vocabulary;
    private final SubmissionKey key;
    private final @Nullable ReportingUnit unit;
    private final Surroundings surroundings;
    private final Map<SubmissionKey, Optional<Held>> held = new HashMap<>();

    /** A submission's observations, by line and item, and its lines where it is a ledger. */
    record Held(Map<String, Map<String, Observation>> byLine, List<Line> lines, Map<String, Line> lineByKey) {
        static Held of(Form form, List<Observation> observations) {
            Map<String, Map<String, Observation>> byLine = new HashMap<>();
            for (Observation observation : observations) {
                byLine.computeIfAbsent(observation.line(), line -> new HashMap<>())
                        .putIfAbsent(observation.indicator().item(), observation);
            }
            List<Line> lines = form.rows().isEmpty() ? Line.of(form, observations) : List.of();
            Map<String, Line> lineByKey = new HashMap<>();
            lines.forEach(line -> lineByKey.put(line.key(), line));
            return new Held(byLine, lines, lineByKey);
        }

        @Nullable
        Observation observation(String line, String item) {
            return byLine.getOrDefault(line, Map.of()).get(item);
        }
    }

    UnitFigures(
            Vocabulary vocabulary,
            SubmissionKey key,
            Form form,
            List<Observation> observations,
            @Nullable ReportingUnit unit,
            Surroundings surroundings) {
        this.vocabulary = vocabulary;
        this.key = key;
        this.unit = unit;
        this.surroundings = surroundings;
        held.put(key, Optional.of(Held.of(form, observations)));
    }

    Optional<Held> held(FormCode form, ReferencePeriod period) {
        SubmissionKey wanted = new SubmissionKey(form, key.unit(), period);
        Optional<Held> known = held.get(wanted);
        if (known == null) {
            Form layout = vocabulary.forms().get(form);
            known = layout == null
                    ? Optional.empty()
                    : surroundings.find(wanted).map(observations -> Held.of(layout, observations));
            held.put(wanted, known);
        }
        return known;
    }

    /** Where a figure of the submission under review stands; null when it stands nowhere. */
    @Nullable
    Observation own(String line, String item) {
        return held(key.form(), key.period())
                .map(found -> found.observation(line, item))
                .orElse(null);
    }

    @Override
    public Reading cell(FormCode form, ReferencePeriod period, String row, String column) {
        return held(form, period)
                .map(found -> Reading.of(found.observation("", row + "." + column), ColumnKind.NUMBER))
                .orElse(Reading.absent(Absence.NOT_SUBMITTED));
    }

    @Override
    public Optional<List<Line>> lines(FormCode form, ReferencePeriod period) {
        return held(form, period).map(Held::lines);
    }

    @Override
    public Optional<Line> line(FormCode form, ReferencePeriod period, String line) {
        return held(form, period).map(found -> found.lineByKey().get(line));
    }

    @Override
    public Optional<BigDecimal> attribute(String name) {
        return unit == null ? Optional.empty() : unit.attribute(name);
    }
}

package xiangbao.statistics.confrontation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
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
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.OverUnits;
import xiangbao.statistics.formula.Vocabulary;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.Lineage;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.Units;

/**
 * The figures of one unit: the submission under review, and what lies around it, looked up once each. In a period in which the unit was not yet what it is
 * (撤乡并镇), they are those of the units that it came of, together.
 */
public final class UnitFigures implements Figures {
    private final Vocabulary vocabulary;
    private final Rounding rounding;
    private final SubmissionKey key;
    private final @Nullable ReportingUnit unit;
    private final Lineage lineage;
    private final Surroundings surroundings;
    private final Map<ReferencePeriod, Ancestry> ancestries = new HashMap<>();
    private final Map<SubmissionKey, Optional<Held>> held = new HashMap<>();

    /** A submission's observations, by line and item, and its lines where it is a ledger. */
    public record Held(Map<String, Map<String, Observation>> byLine, List<Line> lines, Map<String, Line> lineByKey) {
        static Held of(Form form, List<Observation> observations, Rounding rounding) {
            Map<String, Map<String, Observation>> byLine = new HashMap<>();
            for (Observation observation : observations) {
                byLine.computeIfAbsent(observation.line(), line -> new HashMap<>())
                        .putIfAbsent(observation.indicator().item(), observation);
            }
            List<Line> lines = form.rows().isEmpty() ? rounding.of(form, Line.of(form, observations)) : List.of();
            Map<String, Line> lineByKey = new HashMap<>();
            lines.forEach(line -> lineByKey.put(line.key(), line));
            return new Held(byLine, lines, lineByKey);
        }

        @Nullable
        public Observation observation(String line, String item) {
            return byLine.getOrDefault(line, Map.of()).get(item);
        }
    }

    public UnitFigures(
            Vocabulary vocabulary,
            Rounding rounding,
            SubmissionKey key,
            Form form,
            List<Observation> observations,
            @Nullable ReportingUnit unit,
            Lineage lineage,
            Surroundings surroundings) {
        this.vocabulary = vocabulary;
        this.rounding = rounding;
        this.key = key;
        this.unit = unit;
        this.lineage = lineage;
        this.surroundings = surroundings;
        held.put(key, Optional.of(Held.of(form, observations, rounding)));
    }

    /**
     * What the unit was in an earlier period.
     *
     * @param units in the register's order of codes
     * @param comparable whether they are wholly in it
     */
    private record Ancestry(List<UnitCode> units, boolean comparable) {}

    private Ancestry ancestry(ReferencePeriod period) {
        return ancestries.computeIfAbsent(period, then -> {
            Ancestry itself = new Ancestry(List.of(key.unit()), true);
            if (unit == null || !then.lastDay().isBefore(key.period().lastDay())) {
                return itself;
            }
            Set<UnitCode> all = lineage.before(unit, key.period(), then);
            return all.isEmpty()
                    ? itself
                    : new Ancestry(
                            List.copyOf(all),
                            lineage.before(List.of(unit), key.period(), then).isPresent());
        });
    }

    /** How far a figure may be from what it stands for. */
    public Rounding rounding() {
        return rounding;
    }

    public Optional<Held> held(FormCode form, ReferencePeriod period) {
        return held(form, key.unit(), period);
    }

    private Optional<Held> held(FormCode form, UnitCode whose, ReferencePeriod period) {
        SubmissionKey wanted = new SubmissionKey(form, whose, period);
        Optional<Held> known = held.get(wanted);
        if (known == null) {
            Form layout = vocabulary.forms().get(form);
            known = layout == null
                    ? Optional.empty()
                    : surroundings.find(wanted).map(observations -> Held.of(layout, observations, rounding));
            held.put(wanted, known);
        }
        return known;
    }

    /** Where a figure of the submission under review stands; null when it stands nowhere. */
    @Nullable
    public Observation own(String line, String item) {
        return held(key.form(), key.period())
                .map(found -> found.observation(line, item))
                .orElse(null);
    }

    @Override
    public Reading cell(FormCode form, ReferencePeriod period, String row, String column) {
        Ancestry ancestry = ancestry(period);
        if (!ancestry.comparable()) {
            return Reading.absent(Absence.NOT_COMPARABLE);
        }
        String item = row + "." + column;
        if (ancestry.units().size() == 1) {
            return cell(form, ancestry.units().get(0), period, item);
        }
        Form layout = vocabulary.forms().get(form);
        boolean adds = layout != null
                && layout.indicator(new IndicatorCode(form, item))
                        .filter(indicator -> indicator.overUnits() == OverUnits.SUM)
                        .isPresent();
        if (!adds) {
            return Reading.absent(Absence.NOT_COMPARABLE);
        }
        Value.Numeric sum = new Value.Numeric(Fraction.ZERO);
        for (UnitCode whose : ancestry.units()) {
            Reading one = cell(form, whose, period, item);
            if (!(one instanceof Reading.Known known) || !(known.value() instanceof Value.Numeric number)) {
                return one;
            }
            sum = sum.plus(number);
        }
        return new Reading.Known(sum);
    }

    private Reading cell(FormCode form, UnitCode whose, ReferencePeriod period, String item) {
        return held(form, whose, period)
                .map(found -> rounding.of(form, item, Reading.of(found.observation("", item), ColumnKind.NUMBER)))
                .orElse(Reading.absent(Absence.NOT_SUBMITTED));
    }

    /** Of all that the unit came of; nothing until all of them have reported, and nothing where only part of them is in it. */
    @Override
    public Optional<List<Line>> lines(FormCode form, ReferencePeriod period) {
        Ancestry ancestry = ancestry(period);
        if (!ancestry.comparable()) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        for (UnitCode whose : ancestry.units()) {
            Optional<Held> found = held(form, whose, period);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            lines.addAll(found.get().lines());
        }
        return Optional.of(lines);
    }

    @Override
    public Absence noLines(FormCode form, ReferencePeriod period) {
        return ancestry(period).comparable() ? Absence.NOT_SUBMITTED : Absence.NOT_COMPARABLE;
    }

    /** A project keeps its number, whichever of the units that have been joined reported it. */
    @Override
    public Optional<Line> line(FormCode form, ReferencePeriod period, String line) {
        return ancestry(period).units().stream()
                .flatMap(whose -> held(form, whose, period).stream())
                .flatMap(found -> Optional.ofNullable(found.lineByKey().get(line)).stream())
                .findFirst();
    }

    @Override
    public Optional<BigDecimal> attribute(String name) {
        if (name.equals(Units.TOWNSHIPS)) {
            return Optional.of(lineage.units().townships(key.period()));
        }
        return unit == null ? Optional.empty() : unit.attribute(name);
    }
}

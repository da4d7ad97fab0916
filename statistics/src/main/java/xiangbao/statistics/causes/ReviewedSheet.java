package xiangbao.statistics.causes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.confrontation.Confronted;
import xiangbao.statistics.confrontation.Confronter;
import xiangbao.statistics.confrontation.UnitFigures;
import xiangbao.statistics.diagnosis.Neighbour;
import xiangbao.statistics.diagnosis.OtherUnit;
import xiangbao.statistics.diagnosis.Rule;
import xiangbao.statistics.diagnosis.Sheet;
import xiangbao.statistics.diagnosis.Slip;
import xiangbao.statistics.diagnosis.Spot;
import xiangbao.statistics.diagnosis.Typed;
import xiangbao.statistics.figures.Figures;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.Reading;
import xiangbao.statistics.figures.UsedFigure;
import xiangbao.statistics.figures.Value;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.measures.MistakenUnit;
import xiangbao.statistics.measures.UnitOfMeasure;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.AuditRelation;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.SubmissionKey;

/** The submission under review, as diagnosis looks at it: only what it asks for is looked up. */
public final class ReviewedSheet implements Sheet {
    private static final Fraction HALF = Fraction.of(1).over(Fraction.of(2));

    private final Form form;
    /**
     * How much speaks against a figure with more decimals than the form has, as a natural logarithm: it was computed, and by what is not known (converted,
     * divided, or a decimal point slipped), which makes it some twenty times likelier to be wrong.
     */
    private static final double TOO_FINE = 3;

    private final SubmissionKey key;
    private final UnitFigures figures;
    private final Figures judged;
    private final Confronter confronter;
    private final List<Confronted> confronted;
    private final EarlierFigures earlier;
    private final Map<Spot, Optional<Typed>> typed = new HashMap<>();
    private final Map<String, List<OtherUnit>> units = new HashMap<>();
    private final Map<String, List<Rule>> onLines = new HashMap<>();
    private @Nullable Map<Spot, List<Rule>> holding;

    /**
     * @param judged the figures that the relations were confronted with, doubted ones left out
     * @param confronted what that gave
     */
    public ReviewedSheet(
            Form form,
            SubmissionKey key,
            UnitFigures figures,
            Figures judged,
            Confronter confronter,
            List<Confronted> confronted) {
        this.form = form;
        this.key = key;
        this.figures = figures;
        this.judged = judged;
        this.confronter = confronter;
        this.confronted = confronted;
        this.earlier = new EarlierFigures(form, key.period(), figures);
    }

    RelationRule rule(Confronted instance) {
        Set<Spot> spots = new LinkedHashSet<>();
        for (UsedFigure figure : instance.confrontation().figures()) {
            if (figure.form().equals(key.form())
                    && figure.period().equals(key.period())
                    && figure.reading() instanceof Reading.Known known
                    && known.value() instanceof Value.Numeric
                    && figures.own(figure.line(), figure.item()) != null) {
                spots.add(new Spot(figure.line(), figure.item()));
            }
        }
        return new RelationRule(
                instance,
                spots,
                changed -> confronter.tried(instance, new ChangedFigures(judged, key, figures.rounding(), changed)));
    }

    @Override
    public List<Rule> holding(Spot spot) {
        if (!spot.line().isEmpty()) {
            return onLines.computeIfAbsent(spot.line(), this::onLine).stream()
                    .filter(rule -> rule.spots().contains(spot))
                    .toList();
        }
        Map<Spot, List<Rule>> known = holding;
        if (known == null) {
            known = new HashMap<>();
            for (Confronted one : confronted) {
                if (one.confrontation().verdict() == Verdict.PASSES) {
                    Rule rule = rule(one);
                    for (Spot each : rule.spots()) {
                        known.computeIfAbsent(each, any -> new ArrayList<>()).add(rule);
                    }
                }
            }
            holding = known;
        }
        return known.getOrDefault(spot, List.of());
    }

    private List<Rule> onLine(String line) {
        List<Rule> rules = new ArrayList<>();
        for (AuditRelation relation : confronter.perLine()) {
            Confronted one = confronter.onLine(relation, line, judged);
            if (one.confrontation().verdict() == Verdict.PASSES) {
                rules.add(rule(one));
            }
        }
        return rules;
    }

    @Override
    public @Nullable Typed typed(Spot spot) {
        return typed.computeIfAbsent(spot, this::find).orElse(null);
    }

    private Optional<Typed> find(Spot spot) {
        Optional<Indicator> indicator = form.indicator(new IndicatorCode(form.code(), spot.item()));
        Fraction number = number(spot);
        if (indicator.isEmpty() || number == null) {
            return Optional.empty();
        }
        boolean negative =
                form.row(indicator.get().code().row()).map(Row::negative).orElse(form.layout() == Layout.LEDGER);
        return Optional.of(new Typed(
                spot,
                number,
                indicator.get().decimals(),
                negative,
                indicator.get().unit(),
                number.toBigDecimal().scale() > indicator.get().decimals() ? TOO_FINE : 0,
                earlier.of(indicator.get(), spot.line()),
                units.computeIfAbsent(indicator.get().unit(), ReviewedSheet::others),
                neighbours(spot)));
    }

    /** Where it stands; null when that is nowhere. */
    @Nullable
    CellReference place(Spot spot) {
        Observation own = figures.own(spot.line(), spot.item());
        return own == null ? null : own.cell();
    }

    private @Nullable Fraction number(Spot spot) {
        Observation own = figures.own(spot.line(), spot.item());
        BigDecimal number = own == null || !own.status().hasValue() ? null : own.number();
        return number == null ? null : Fraction.of(number);
    }

    private static List<OtherUnit> others(String unit) {
        List<OtherUnit> others = new ArrayList<>();
        MistakenUnit.of(unit, Set.of()).stream()
                .filter(MistakenUnit::named)
                .forEach(mistaken -> others.add(new OtherUnit(mistaken.unit(), mistaken.right())));
        UnitOfMeasure.halved(unit).ifPresent(half -> {
            if (others.stream().noneMatch(other -> other.right().equals(HALF))) {
                others.add(new OtherUnit(half, HALF));
            }
        });
        return others;
    }

    private List<Neighbour> neighbours(Spot spot) {
        List<Neighbour> neighbours = new ArrayList<>();
        for (Column column : beside(form.dataColumns(), spot.column(), Column::code)) {
            if (column.kind() == ColumnKind.NUMBER) {
                String item = spot.line().isEmpty() ? spot.row() + "." + column.code() : column.code();
                add(new Spot(spot.line(), item), "“" + column.title() + "”栏", true, neighbours);
            }
        }
        if (form.layout() == Layout.MATRIX) {
            for (Row row : beside(form.rows(), spot.row(), Row::code)) {
                add(new Spot("", row.code() + "." + spot.column()), "第 " + row.code() + " 行", false, neighbours);
            }
        }
        return neighbours;
    }

    private void add(Spot spot, String title, boolean aside, List<Neighbour> neighbours) {
        Fraction number = number(spot);
        if (number != null) {
            Fraction before = earlier.at(new IndicatorCode(form.code(), spot.item()), spot.line(), before())
                    .orElse(null);
            neighbours.add(new Neighbour(spot, title, number, before, aside));
        }
    }

    private ReferencePeriod before() {
        return key.period().previous();
    }

    private static <T> List<T> beside(List<T> all, String code, java.util.function.Function<T, String> codeOf) {
        for (int place = 0; place < all.size(); place++) {
            if (codeOf.apply(all.get(place)).equals(code)) {
                List<T> beside = new ArrayList<>();
                if (place > 0) {
                    beside.add(all.get(place - 1));
                }
                if (place + 1 < all.size()) {
                    beside.add(all.get(place + 1));
                }
                return beside;
            }
        }
        return List.of();
    }

    @Override
    public List<Slip> slips(List<Spot> spots) {
        return form.layout() == Layout.MATRIX ? new Slips(form, this::number).of(spots) : swapsAside(spots);
    }

    private List<Slip> swapsAside(List<Spot> spots) {
        List<Slip> slips = new ArrayList<>();
        for (Spot spot : spots) {
            Typed one = typed(spot);
            if (one != null) {
                one.neighbours().stream()
                        .filter(other -> other.spot().compareTo(spot) > 0)
                        .forEach(other -> slips.add(Slips.swapped(
                                "“" + column(spot) + "”与“" + column(other.spot()) + "”两栏",
                                new LinkedHashMap<>(Map.of(spot, other.number(), other.spot(), one.number())))));
            }
        }
        return slips;
    }

    private String column(Spot spot) {
        return form.column(spot.column()).map(Column::title).orElse(spot.column());
    }
}

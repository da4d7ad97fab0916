package xiangbao.statistics.aggregate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.OverUnits;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.publication.OfficialFigure;
import xiangbao.statistics.publication.OfficialFigures;
import xiangbao.statistics.relations.DerivedIndicator;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.units.Lineage;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.Units;

/** 汇总: every figure of a county period, for the county and for every unit that owes it. */
public final class RollUp {
    private final Basis basis;
    private final OfficialFigures official;
    private final Tallies tallies;
    private final Evaluator evaluator;
    private final Lineage lineage;
    private final Continuity continuity;
    private final IndicatorFigures computed;
    private final Comparability comparability;
    private final ReportingUnit county;
    private final Map<FormCode, List<Indicator>> indicators = new LinkedHashMap<>();
    private final Map<FormCode, Coverage> coverages = new LinkedHashMap<>();
    private final Map<IndicatorCode, Apart> figures = new LinkedHashMap<>();
    private final List<SharedKey> sharedKeys = new ArrayList<>();

    /** The county's figure and those of units, which no unit's can take the place of. */
    private record Apart(Figure county, Map<UnitCode, Figure> units) {
        Apart {
            units = Collections.unmodifiableMap(units);
        }
    }

    private RollUp(List<FormRules> forms, Units units, Basis basis, OfficialFigures official) {
        this.basis = basis;
        this.official = official;
        this.tallies = new Tallies(forms, units, basis);
        this.evaluator = new Evaluator(tallies);
        this.lineage = new Lineage(units);
        this.continuity = new Continuity(tallies);
        this.computed = new IndicatorFigures(tallies, evaluator);
        this.comparability = new Comparability(tallies, evaluator, computed, lineage, continuity);
        this.county = units.county();
        for (FormRules rules : forms) {
            Form form = rules.form();
            List<Indicator> columns = columns(rules);
            indicators.put(form.code(), columns);
            ReferencePeriod period = period(form);
            Tally tally = tallies.tally(form, period);
            coverages.put(form.code(), computed.coverage(form, period, columns));
            sharedKeys.addAll(tally.sharedKeys());
            for (Indicator indicator : columns) {
                Map<UnitCode, Figure> byUnit = new LinkedHashMap<>();
                for (ReportingUnit unit : unitsOf(form, period)) {
                    computed.unit(form, indicator, unit, period, false)
                            .ifPresent(figure -> byUnit.put(unit.code(), figure));
                }
                figures.put(
                        indicator.code(), new Apart(computed.county(form, indicator, period, false, Set.of()), byUnit));
            }
        }
    }

    /** @param forms the enabled forms, in print order */
    public static RollUp of(List<FormRules> forms, Units units, Basis basis) {
        return of(forms, units, basis, OfficialFigures.NONE);
    }

    /**
     * @param forms the enabled forms, in print order
     * @param official 核定数 that stand beside the sums
     */
    public static RollUp of(List<FormRules> forms, Units units, Basis basis, OfficialFigures official) {
        return new RollUp(forms, units, basis, official);
    }

    public ReferencePeriod period() {
        return basis.period();
    }

    public Basis basis() {
        return basis;
    }

    /** The period in which a form is looked at. */
    public ReferencePeriod period(Form form) {
        return basis.period().latestEnded(form.frequency());
    }

    /** The figures of a form, in print order: reported numbers (of a ledger, those that add up over its lines), then derived indicators that are no cell of it. */
    public List<Indicator> indicators(FormCode form) {
        return indicators.getOrDefault(form, List.of());
    }

    /** Of all forms, in print order. */
    public List<Indicator> indicators() {
        return indicators.values().stream().flatMap(List::stream).toList();
    }

    /** Whether an indicator is computed by a division: then units of any size compare. */
    public boolean isRate(Indicator indicator) {
        return tallies.derived(indicator.code())
                .filter(derived -> derived.formula().divides())
                .isPresent();
    }

    /** A figure that units report as it stands: a cell of a form, or a column of a ledger. */
    public Optional<Indicator> reported(IndicatorCode indicator) {
        return tallies.reported(indicator);
    }

    /** Whether an indicator is computed from others. */
    public boolean isDerived(Indicator indicator) {
        return tallies.derived(indicator.code()).isPresent();
    }

    /** Every figure: by form, by indicator in print order, the county first, then the units in register order. */
    public List<Figure> figures() {
        return figures.values().stream()
                .flatMap(one -> Stream.concat(Stream.of(one.county()), one.units().values().stream()))
                .toList();
    }

    /** Of a reported or derived indicator in its form's own period; empty where the unit has nothing to do with it. */
    public Optional<Figure> figure(IndicatorCode indicator, UnitCode unit) {
        return Optional.ofNullable(figures.get(indicator))
                .flatMap(one -> unit.equals(county.code())
                        ? Optional.of(one.county())
                        : Optional.ofNullable(one.units().get(unit)));
    }

    public Optional<Figure> countyFigure(IndicatorCode indicator) {
        return figure(indicator, county.code());
    }

    /**
     * The figure for the year so far: a flow summed over the periods of the year that the basis holds, a stock or cumulative figure in the last period in
     * which it was due. A flow of which a period lacks is provisional.
     */
    public Optional<Figure> yearToDate(IndicatorCode indicator, UnitCode unit) {
        return find(indicator).flatMap(found -> {
            Form form = formOf(indicator);
            return unit.equals(county.code())
                    ? Optional.of(computed.county(form, found, period(form), true, Set.of()))
                    : computed.unit(form, found, tallies.units().get(unit), period(form), true);
        });
    }

    /** The same figure of the same period a year earlier. */
    public Optional<Figure> lastYear(IndicatorCode indicator, UnitCode unit) {
        return find(indicator).flatMap(found -> {
            Form form = formOf(indicator);
            ReferencePeriod period = period(form).yearEarlier();
            return unit.equals(county.code())
                    ? Optional.of(computed.county(form, found, period, false, Set.of()))
                    : computed.unit(form, found, tallies.units().get(unit), period, false);
        });
    }

    /**
     * What the units that make up a figure had in an earlier period (同口径): the whole county when both periods are complete, otherwise those counted now,
     * each as the units that it came of; null when any of them has no such figure or the indicator meant something else.
     */
    public @Nullable BigDecimal comparable(Figure figure, ReferencePeriod before) {
        return comparability.comparable(formOf(figure.indicator().code()), figure, before);
    }

    /**
     * What the units that are counted in a figure of the plan had in an earlier period, like with like; empty where there is no such figure.
     *
     * @param leftOut the units that the figure left out from the start
     */
    public Optional<Evaluation> comparable(
            Formula formula, Evaluation now, ReferencePeriod at, ReferencePeriod before, Set<UnitCode> leftOut) {
        return comparability.comparable(formula, now, at, before, leftOut);
    }

    /** What a unit, or those that it came of, had in an earlier period of a figure of the plan; empty where that is not known or not comparable. */
    public Optional<Fraction> comparable(
            Formula formula, ReportingUnit unit, ReferencePeriod at, ReferencePeriod before) {
        return comparability.comparable(formula, unit, at, before);
    }

    Lineage lineage() {
        return lineage;
    }

    Continuity continuity() {
        return continuity;
    }

    /** Of a form in its own period; empty when the form is not among those rolled up. */
    public Optional<Coverage> coverage(FormCode form) {
        return Optional.ofNullable(coverages.get(form));
    }

    /** Ledger keys that more than one unit reported. */
    public List<SharedKey> sharedKeys() {
        return List.copyOf(sharedKeys);
    }

    /**
     * A figure of the plan over the county: flows for the year so far.
     *
     * @param period the county's period, or the same of another year
     * @param leftOut units that are not to count, so that two years compare over the same units
     */
    public Evaluation evaluate(Formula formula, ReferencePeriod period, Set<UnitCode> leftOut) {
        return evaluator.plan(formula, period, leftOut);
    }

    /** A figure of the plan for one unit: flows for the year so far. */
    public Evaluation evaluate(Formula formula, ReferencePeriod period, ReportingUnit unit) {
        return evaluator.plan(formula, period, unit);
    }

    /** 核定数 about a target of the plan, or another thing with a code of its own, and a county period. */
    public Optional<OfficialFigure> official(String code, ReferencePeriod at) {
        return official.find(code, at);
    }

    /** 核定数 about an indicator in its form's period as of a county period. */
    public Optional<OfficialFigure> official(IndicatorCode indicator, ReferencePeriod at) {
        Form form = tallies.form(indicator.form());
        return form == null ? Optional.empty() : official.find(indicator.toString(), at.latestEnded(form.frequency()));
    }

    /** The lines of a ledger as of a county period; empty when there is no such ledger. */
    public Optional<LedgerLines> ledger(FormCode code, ReferencePeriod at) {
        Form form = tallies.form(code);
        if (form == null || form.layout() != Layout.LEDGER) {
            return Optional.empty();
        }
        ReferencePeriod period = at.latestEnded(form.frequency());
        Tally tally = tallies.tally(form, period);
        return Optional.of(new LedgerLines(
                period, tally.reportedLines(), Evaluator.coverage(IndicatorFigures.standings(tally), null)));
    }

    /** The units that have figures of a form: those that owe it, or those that a ledger's lines name; in register order. */
    List<ReportingUnit> unitsOf(Form form, ReferencePeriod period) {
        Tally tally = tallies.tally(form, period);
        if (form.layout() != Layout.LEDGER || form.lineUnit().isEmpty()) {
            return tally.owing();
        }
        return tally.subjects();
    }

    /** The indicators of a form of which a county has figures, reported and derived, in print order. */
    public static List<Indicator> columns(FormRules rules) {
        List<Indicator> columns = new ArrayList<>();
        for (Indicator indicator : rules.form().indicators()) {
            boolean number = rules.form()
                    .column(indicator.code().column())
                    .filter(column -> column.kind() == ColumnKind.NUMBER)
                    .isPresent();
            boolean added = rules.form().layout() == Layout.MATRIX || indicator.overUnits() == OverUnits.SUM;
            if (number && added) {
                columns.add(indicator);
            }
        }
        for (DerivedIndicator derived : rules.derived()) {
            if (rules.form().indicator(derived.indicator().code()).isEmpty()) {
                columns.add(derived.indicator());
            }
        }
        return List.copyOf(columns);
    }

    private Optional<Indicator> find(IndicatorCode code) {
        return indicators(code.form()).stream()
                .filter(indicator -> indicator.code().equals(code))
                .findFirst();
    }

    private Form formOf(IndicatorCode code) {
        Form form = tallies.form(code.form());
        if (form == null) {
            throw new IllegalArgumentException("no such form: " + code.form());
        }
        return form;
    }

    /** The forms that are rolled up, in print order. */
    List<Form> forms() {
        return tallies.forms().values().stream().map(FormRules::form).toList();
    }

    ReportingUnit county() {
        return county;
    }
}

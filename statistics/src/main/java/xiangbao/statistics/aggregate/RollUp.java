package xiangbao.statistics.aggregate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        this.county = units.county();
        for (FormRules rules : forms) {
            Form form = rules.form();
            List<Indicator> columns = columns(rules);
            indicators.put(form.code(), columns);
            ReferencePeriod period = period(form);
            Tally tally = tallies.tally(form, period);
            coverages.put(form.code(), formCoverage(form, tally, columns));
            sharedKeys.addAll(tally.sharedKeys());
            for (Indicator indicator : columns) {
                Map<UnitCode, Figure> byUnit = new LinkedHashMap<>();
                for (ReportingUnit unit : unitsOf(form, period)) {
                    unitFigure(form, indicator, unit, period, false)
                            .ifPresent(figure -> byUnit.put(unit.code(), figure));
                }
                figures.put(
                        indicator.code(), new Apart(countyFigure(form, indicator, period, false, Set.of()), byUnit));
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
                    ? Optional.of(countyFigure(form, found, period(form), true, Set.of()))
                    : unitFigure(form, found, tallies.units().get(unit), period(form), true);
        });
    }

    /** The same figure of the same period a year earlier. */
    public Optional<Figure> lastYear(IndicatorCode indicator, UnitCode unit) {
        return find(indicator).flatMap(found -> {
            Form form = formOf(indicator);
            ReferencePeriod period = period(form).yearEarlier();
            return unit.equals(county.code())
                    ? Optional.of(countyFigure(form, found, period, false, Set.of()))
                    : unitFigure(form, found, tallies.units().get(unit), period, false);
        });
    }

    /**
     * What the units that make up a figure had in an earlier period (同口径): the whole county when both periods are complete, otherwise those counted now,
     * each as the units that it came of; null when any of them has no such figure or the indicator meant something else.
     */
    public @Nullable BigDecimal comparable(Figure figure, ReferencePeriod before) {
        Form form = formOf(figure.indicator().code());
        if (continuity.isBroken(figure.indicator().code(), figure.period(), before)) {
            return null;
        }
        if (!figure.unit().equals(county.code())) {
            ReportingUnit unit = tallies.units().get(figure.unit());
            return lineage.before(List.of(unit), figure.period(), before)
                    .map(units -> together(form, figure.indicator(), before, units))
                    .orElse(null);
        }
        Figure whole = countyFigure(form, figure.indicator(), before, false, Set.of());
        if (whole.value() == null) {
            return null;
        }
        if (figure.coverage().notCounted().isEmpty()
                && whole.coverage().notCounted().isEmpty()) {
            return whole.value();
        }
        return lineage.before(counted(figure.coverage()), figure.period(), before)
                .map(units -> over(form, figure.indicator(), before, units))
                .orElse(null);
    }

    private static Set<ReportingUnit> counted(Coverage coverage) {
        Set<ReportingUnit> counted = new LinkedHashSet<>(coverage.accepted());
        counted.addAll(coverage.pending());
        return counted;
    }

    /** The figure of one unit, or of several that have become one. */
    private @Nullable BigDecimal together(Form form, Indicator indicator, ReferencePeriod period, Set<UnitCode> units) {
        boolean about = form.layout() == Layout.LEDGER && form.lineUnit().isPresent();
        if (units.size() > 1 && !about) {
            return over(form, indicator, period, units);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (ReportingUnit unit : lineage.named(units)) {
            BigDecimal value = unitFigure(form, indicator, unit, period, false)
                    .map(Figure::value)
                    .orElse(null);
            if (value == null || units.size() > 1 && isDerived(indicator)) {
                return null;
            }
            sum = sum.add(value);
        }
        return Exact.plain(sum);
    }

    /** The county's figure over some units only; null unless all of them owe it and have it. */
    private @Nullable BigDecimal over(Form form, Indicator indicator, ReferencePeriod period, Set<UnitCode> units) {
        Figure same = countyFigure(form, indicator, period, false, lineage.others(units));
        boolean all = same.coverage().notCounted().isEmpty()
                && same.coverage().expected().size() == units.size();
        return all ? same.value() : null;
    }

    /**
     * What the units that are counted in a figure of the plan had in an earlier period, like with like; empty where there is no such figure.
     *
     * @param leftOut the units that the figure left out from the start
     */
    public Optional<Evaluation> comparable(
            Formula formula, Evaluation now, ReferencePeriod at, ReferencePeriod before, Set<UnitCode> leftOut) {
        if (now.gaps() || continuity.isBroken(formula, at, before)) {
            return Optional.empty();
        }
        Set<UnitCode> out = new TreeSet<>(leftOut);
        lineage.named(leftOut).forEach(unit -> out.addAll(lineage.before(unit, at, before)));
        Evaluation whole = evaluate(formula, before, out);
        if (now.coverage().notCounted().isEmpty() && isFull(whole)) {
            return Optional.of(whole);
        }
        return lineage.before(counted(now.coverage()), at, before).flatMap(units -> {
            Evaluation same = evaluate(formula, before, lineage.others(units));
            boolean all = same.coverage().expected().size() == units.size();
            return all && isFull(same) ? Optional.of(same) : Optional.empty();
        });
    }

    /** What a unit, or those that it came of, had in an earlier period of a figure of the plan; empty where that is not known or not comparable. */
    public Optional<Fraction> comparable(
            Formula formula, ReportingUnit unit, ReferencePeriod at, ReferencePeriod before) {
        if (continuity.isBroken(formula, at, before)) {
            return Optional.empty();
        }
        return lineage.before(List.of(unit), at, before).flatMap(units -> {
            Evaluation then = units.size() == 1
                    ? evaluate(formula, before, lineage.named(units).get(0))
                    : evaluate(formula, before, lineage.others(units));
            boolean all = units.size() == 1
                    || isFull(then) && then.coverage().expected().size() == units.size();
            return all ? Optional.ofNullable(then.value()) : Optional.empty();
        });
    }

    private static boolean isFull(Evaluation evaluation) {
        return evaluation.value() != null
                && !evaluation.gaps()
                && evaluation.coverage().notCounted().isEmpty();
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

    /** One per form, in print order. */
    public List<FormSummary> summaries() {
        return tallies.forms().values().stream()
                .map(rules -> SummaryWriter.write(this, rules.form()))
                .toList();
    }

    public Optional<FormSummary> summary(FormCode form) {
        return Optional.ofNullable(tallies.forms().get(form)).map(rules -> SummaryWriter.write(this, rules.form()));
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
        return evaluator.county(formula, null, "", "", period, true, leftOut);
    }

    /** A figure of the plan for one unit: flows for the year so far. */
    public Evaluation evaluate(Formula formula, ReferencePeriod period, ReportingUnit unit) {
        return evaluator.unit(formula, null, "", "", period, true, unit);
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
        return Optional.of(new LedgerLines(period, tally.reportedLines(), Evaluator.coverage(standings(tally), null)));
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

    private Figure countyFigure(
            Form form, Indicator indicator, ReferencePeriod period, boolean yearToDate, Set<UnitCode> leftOut) {
        Optional<DerivedIndicator> derived = tallies.derived(indicator.code());
        if (derived.isPresent()) {
            return derivedFigure(
                    indicator,
                    county,
                    period,
                    evaluator.county(
                            derived.get().formula(),
                            form.code(),
                            cellRow(form, indicator),
                            cellColumn(form, indicator),
                            period,
                            yearToDate,
                            leftOut));
        }
        Map<ReportingUnit, Owed> byUnit = new LinkedHashMap<>(tallies.byReporter(form, indicator, period, yearToDate));
        byUnit.keySet().removeIf(unit -> leftOut.contains(unit.code()));
        Coverage coverage = Evaluator.coverage(byUnit, missingShare(form, indicator, period, byUnit));
        if (coverage.expected().isEmpty() || !tallies.hasCountyFigure(indicator, byUnit)) {
            return without(indicator, county, period, FigureStatus.NOT_APPLICABLE, coverage);
        }
        BigDecimal sum = null;
        boolean complete = true;
        boolean forecast = false;
        List<Contribution> contributions = new ArrayList<>();
        for (Owed owed : byUnit.values()) {
            complete &= !owed.standing().isOwed() || owed.complete();
            if (owed.value() != null) {
                sum = sum == null ? owed.value() : sum.add(owed.value());
                forecast |= owed.forecast();
                contributions.addAll(owed.contributions());
            }
        }
        if (sum == null) {
            return without(indicator, county, period, coverage.lacking(), coverage);
        }
        FigureStatus status = coverage.isFinal() && complete ? FigureStatus.FINAL : FigureStatus.PROVISIONAL;
        return new Figure(
                indicator, county.code(), period, Exact.plain(sum), status, forecast, contributions, coverage);
    }

    /** Empty when the unit has nothing to do with the form. */
    private Optional<Figure> unitFigure(
            Form form, Indicator indicator, ReportingUnit unit, ReferencePeriod period, boolean yearToDate) {
        Tally tally = tallies.tally(form, period);
        Optional<DerivedIndicator> derived = tallies.derived(indicator.code());
        boolean about = form.layout() == Layout.LEDGER && form.lineUnit().isPresent();
        Optional<Owed> own = Optional.empty();
        boolean reported = tallies.reported(indicator.code()).isPresent();
        if (reported) {
            if (about) {
                own = tally.about(indicator.code().item(), unit);
            } else if (tally.owing().contains(unit)) {
                own = Optional.of(tallies.owed(form, indicator, unit, period, yearToDate));
            }
        }
        // What a unit reports stands, a blank too: a derived cell is computed only over units or over periods, never
        // beside reported ones.
        boolean recompute = derived.isPresent() && (!reported || yearToDate);
        if (recompute && (about ? tally.subjects() : tally.owing()).contains(unit)) {
            return Optional.of(derivedFigure(
                    indicator,
                    unit,
                    period,
                    evaluator.unit(
                            derived.get().formula(),
                            form.code(),
                            cellRow(form, indicator),
                            cellColumn(form, indicator),
                            period,
                            yearToDate,
                            unit)));
        }
        return own.map(owed -> reportedFigure(indicator, unit, period, owed));
    }

    private static Figure reportedFigure(Indicator indicator, ReportingUnit unit, ReferencePeriod period, Owed owed) {
        Coverage coverage = Evaluator.coverage(Map.of(unit, owed), null);
        if (owed.value() == null) {
            return without(
                    indicator,
                    unit,
                    period,
                    owed.standing().isOwed() ? coverage.lacking() : FigureStatus.NOT_APPLICABLE,
                    coverage);
        }
        FigureStatus status =
                owed.complete() && owed.standing() != Standing.PENDING ? FigureStatus.FINAL : FigureStatus.PROVISIONAL;
        return new Figure(
                indicator, unit.code(), period, owed.value(), status, owed.forecast(), owed.contributions(), coverage);
    }

    private static Figure derivedFigure(
            Indicator indicator, ReportingUnit unit, ReferencePeriod period, Evaluation evaluation) {
        return new Figure(
                indicator,
                unit.code(),
                period,
                evaluation.value() == null
                        ? null
                        : Exact.plain(evaluation.value().toBigDecimal()),
                evaluation.status(),
                evaluation.forecast(),
                evaluation.contributions(),
                evaluation.coverage());
    }

    private static Figure without(
            Indicator indicator, ReportingUnit unit, ReferencePeriod period, FigureStatus status, Coverage coverage) {
        return new Figure(indicator, unit.code(), period, null, status, false, List.of(), coverage);
    }

    private static String cellRow(Form form, Indicator indicator) {
        return form.indicator(indicator.code()).isPresent() ? indicator.code().row() : "";
    }

    private static String cellColumn(Form form, Indicator indicator) {
        return form.indicator(indicator.code()).isPresent() ? indicator.code().column() : "";
    }

    private static Map<ReportingUnit, Owed> standings(Tally tally) {
        Map<ReportingUnit, Owed> byUnit = new LinkedHashMap<>();
        for (ReportingUnit unit : tally.owing()) {
            Standing standing = tally.standing(unit);
            byUnit.put(
                    unit,
                    new Owed(
                            standing,
                            standing.isCounted() ? BigDecimal.ZERO : null,
                            standing == Standing.ACCEPTED,
                            false,
                            false,
                            tally.isStandIn(unit),
                            List.of()));
        }
        return byUnit;
    }

    private Coverage formCoverage(Form form, Tally tally, List<Indicator> columns) {
        Map<ReportingUnit, Owed> byUnit = standings(tally);
        MissingShare share = null;
        for (Indicator indicator : columns) {
            if (share == null && tallies.derived(indicator.code()).isEmpty()) {
                share = missingShare(form, indicator, period(form), byUnit);
            }
        }
        return Evaluator.coverage(byUnit, share);
    }

    /** Null unless somebody is not counted, and everybody's figure of last year is known. */
    private @Nullable MissingShare missingShare(
            Form form, Indicator indicator, ReferencePeriod period, Map<ReportingUnit, Owed> now) {
        if (indicator.overUnits() != OverUnits.SUM || now.values().stream().noneMatch(Owed::isLacking)) {
            return null;
        }
        Map<ReportingUnit, Owed> before = tallies.byReporter(form, indicator, period.yearEarlier(), false);
        BigDecimal whole = BigDecimal.ZERO;
        BigDecimal part = BigDecimal.ZERO;
        for (Map.Entry<ReportingUnit, Owed> entry : now.entrySet()) {
            if (!entry.getValue().standing().isOwed()) {
                continue;
            }
            BigDecimal value = before.getOrDefault(entry.getKey(), Owed.NOTHING).value();
            if (value == null || value.signum() < 0) {
                return null;
            }
            whole = whole.add(value);
            part = entry.getValue().isLacking() ? part.add(value) : part;
        }
        return whole.signum() > 0 ? new MissingShare(indicator, Exact.plain(part), Exact.plain(whole)) : null;
    }

    ReportingUnit county() {
        return county;
    }
}

package xiangbao.statistics.aggregate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.forms.OverUnits;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.Vocabulary;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.DerivedIndicator;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.Units;

/** The forms of a basis in every period that it holds. */
final class Tallies {
    private record Where(FormCode form, ReferencePeriod period) {}

    private final Map<FormCode, FormRules> forms = new LinkedHashMap<>();
    private final Map<Where, List<Counted>> submissions = new HashMap<>();
    private final Map<Where, Tally> tallies = new ConcurrentHashMap<>();
    private final Map<FormCode, Map<String, Indicator>> indicators = new HashMap<>();
    private final Units units;
    private final Basis basis;
    private final Vocabulary vocabulary;

    Tallies(List<FormRules> rules, Units units, Basis basis) {
        this.units = units;
        this.basis = basis;
        Map<FormCode, Form> layouts = new LinkedHashMap<>();
        Map<FormCode, Map<String, Formula>> derived = new LinkedHashMap<>();
        for (FormRules one : rules) {
            Form form = one.form();
            forms.put(form.code(), one);
            layouts.put(form.code(), form);
            Map<String, Formula> formulas = new LinkedHashMap<>();
            for (DerivedIndicator each : one.derived()) {
                formulas.put(each.indicator().code().item(), each.formula());
            }
            derived.put(form.code(), formulas);
            Map<String, Indicator> byItem = new HashMap<>();
            form.indicators().forEach(indicator -> byItem.put(indicator.code().item(), indicator));
            indicators.put(form.code(), byItem);
        }
        TreeSet<String> attributes = new TreeSet<>();
        units.all().forEach(unit -> attributes.addAll(unit.attributes().keySet()));
        vocabulary = new Vocabulary(layouts, derived, attributes);
        for (Counted one : basis.counted()) {
            submissions
                    .computeIfAbsent(
                            new Where(
                                    one.submission().key().form(),
                                    one.submission().key().period()),
                            where -> new ArrayList<>())
                    .add(one);
        }
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Units units() {
        return units;
    }

    Map<FormCode, FormRules> forms() {
        return forms;
    }

    @Nullable
    Form form(FormCode code) {
        FormRules rules = forms.get(code);
        return rules == null ? null : rules.form();
    }

    Optional<Indicator> reported(IndicatorCode code) {
        return Optional.ofNullable(
                indicators.getOrDefault(code.form(), Map.of()).get(code.item()));
    }

    /** The formula of a derived indicator, by name or by cell. */
    Optional<DerivedIndicator> derived(IndicatorCode code) {
        FormRules rules = forms.get(code.form());
        return rules == null
                ? Optional.empty()
                : rules.derived().stream()
                        .filter(one -> one.indicator().code().equals(code))
                        .findFirst();
    }

    Tally tally(Form form, ReferencePeriod period) {
        Where where = new Where(form.code(), period);
        return tallies.computeIfAbsent(
                where,
                missing -> new Tally(
                        form, period, units, submissions.getOrDefault(where, List.of()), basis::standingOfUncounted));
    }

    /** What every unit that owes the form says about a reported indicator, in register order. */
    Map<ReportingUnit, Owed> byReporter(Form form, Indicator indicator, ReferencePeriod period, boolean yearToDate) {
        String item = indicator.code().item();
        if (!yearToDate || form.layout() == Layout.LEDGER) {
            return tally(form, period).byReporter(item);
        }
        Map<ReportingUnit, Owed> byUnit = new LinkedHashMap<>();
        for (ReportingUnit unit : tally(form, period).owing()) {
            byUnit.put(unit, owed(form, indicator, unit, period, true));
        }
        return byUnit;
    }

    Owed owed(Form form, Indicator indicator, ReportingUnit unit, ReferencePeriod period, boolean yearToDate) {
        String item = indicator.code().item();
        if (!yearToDate || form.layout() == Layout.LEDGER) {
            return tally(form, period).owed(item, unit);
        }
        ReferencePeriod last = lastDue(form, item, period);
        if (last == null) {
            return Owed.NOTHING;
        }
        return indicator.overTime() == OverTime.SUM
                ? flow(form, item, unit, last)
                : tally(form, last).owed(item, unit);
    }

    /** The last period of the year, up to the given one, in which a row is due. */
    private static @Nullable ReferencePeriod lastDue(Form form, String item, ReferencePeriod period) {
        int dot = item.indexOf('.');
        Row row = dot < 0 ? null : form.row(item.substring(0, dot)).orElse(null);
        if (row == null) {
            return null;
        }
        for (int ordinal = period.ordinal(); ordinal >= 1; ordinal--) {
            ReferencePeriod one = new ReferencePeriod(period.year(), period.frequency(), ordinal);
            if (row.due().in(one)) {
                return one;
            }
        }
        return null;
    }

    private Owed flow(Form form, String item, ReportingUnit unit, ReferencePeriod last) {
        BigDecimal sum = null;
        boolean complete = true;
        boolean gap = false;
        boolean forecast = false;
        boolean standIn = false;
        Standing standing = Standing.NOT_APPLICABLE;
        List<Contribution> contributions = new ArrayList<>();
        for (int ordinal = 1; ordinal <= last.ordinal(); ordinal++) {
            ReferencePeriod period = new ReferencePeriod(last.year(), last.frequency(), ordinal);
            Owed part = tally(form, period).owed(item, unit);
            if (ordinal == last.ordinal()) {
                standing = part.standing();
            }
            complete &= !part.standing().isOwed() || part.complete();
            gap |= ordinal < last.ordinal() && part.isLacking();
            if (part.value() != null) {
                sum = sum == null ? part.value() : sum.add(part.value());
                forecast |= part.forecast();
                standIn |= part.standIn();
                contributions.addAll(part.contributions());
            }
        }
        return new Owed(
                standing, sum == null ? null : Exact.plain(sum), complete, gap, forecast, standIn, contributions);
    }

    /** Whether an indicator has a figure for the county: it is added up, or only one unit states it. */
    boolean hasCountyFigure(Indicator indicator, Map<ReportingUnit, Owed> byUnit) {
        return indicator.overUnits() == OverUnits.SUM
                || byUnit.values().stream()
                                .filter(owed -> owed.standing().isOwed())
                                .count()
                        == 1;
    }
}

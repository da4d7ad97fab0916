package xiangbao.benchmarks.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiangbao.statistics.bands.Band;
import xiangbao.statistics.bands.BandLearner;
import xiangbao.statistics.bands.Bands;
import xiangbao.statistics.bands.PastReport;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/**
 * The shipped county over two years as chance has made it: every form that is owed, as an office that never errs would fill it in. Made from what the rows mean; the audit
 * is not asked.
 */
final class TrueCounty {
    static final int LAST_YEAR = Township.FIRST_YEAR + 1;

    private final Definitions definitions;
    private final Chance chance;
    private final Map<SubmissionKey, Optional<Report>> reports = new HashMap<>();
    private final Map<SubmissionKey, List<Observation>> observations = new HashMap<>();
    private final Map<String, Township> townships = new HashMap<>();

    TrueCounty(Definitions definitions, long seed) {
        this.definitions = definitions;
        this.chance = new Chance(seed);
    }

    Definitions definitions() {
        return definitions;
    }

    /** All periods of a form in the last year, in order. */
    static List<ReferencePeriod> periods(Form form, int year) {
        List<ReferencePeriod> periods = new ArrayList<>();
        for (int ordinal = 1; ordinal <= form.frequency().perYear(); ordinal++) {
            periods.add(new ReferencePeriod(year, form.frequency(), ordinal));
        }
        return periods;
    }

    /** Everything that is owed about a period. */
    List<Report> owed(FormRules rules, ReferencePeriod period) {
        List<Report> owed = new ArrayList<>();
        for (ReportingUnit unit : definitions.owing(rules, period)) {
            report(new SubmissionKey(rules.form().code(), unit.code(), period)).ifPresent(owed::add);
        }
        return owed;
    }

    Optional<Report> report(SubmissionKey key) {
        Optional<Report> known = reports.get(key);
        if (known == null) {
            known = make(key);
            reports.put(key, known);
        }
        return known;
    }

    /** What an office learns of the first year when it is over. */
    Bands learned() {
        List<Band> bands = new ArrayList<>();
        for (FormRules rules : definitions.enabledForms()) {
            List<PastReport> past = new ArrayList<>();
            for (ReferencePeriod period : periods(rules.form(), Township.FIRST_YEAR)) {
                owed(rules, period)
                        .forEach(report -> past.add(new PastReport(
                                definitions.units().get(report.key.unit()), period, report.observations())));
            }
            bands.addAll(BandLearner.learn(rules.form(), rules.screens(), past));
        }
        return new Bands(bands);
    }

    /** What the office holds of a form; nothing before its records begin. */
    Optional<List<Observation>> held(SubmissionKey key) {
        return report(key).map(report -> observations.computeIfAbsent(key, wanted -> report.observations()));
    }

    private Township township(ReportingUnit unit) {
        return townships.computeIfAbsent(unit.code().text(), code -> {
            Township place = Township.of(unit, chance);
            // whose figures are added to another's later tells sums of what is told
            return merged().contains(unit.code())
                    ? place.with(new Township.Habits(
                            false, place.habits().noDoubleRice(), place.habits().late()))
                    : place;
        });
    }

    /** Who has become part of another. */
    private List<UnitCode> merged() {
        return definitions.units().all().stream()
                .flatMap(unit -> unit.predecessors().stream())
                .toList();
    }

    private Optional<Report> make(SubmissionKey key) {
        FormRules rules = definitions.forms().get(key.form());
        if (rules == null
                || key.period().year() < Township.FIRST_YEAR
                || key.period().year() > LAST_YEAR
                || key.period().frequency() != rules.form().frequency()) {
            return Optional.empty();
        }
        Optional<ReportingUnit> owing = definitions.owing(rules, key.period()).stream()
                .filter(unit -> unit.code().equals(key.unit()))
                .findFirst();
        return owing.flatMap(unit ->
                lines(rules.form(), unit, key.period()).map(lines -> Report.owed(rules.form(), unit, key, lines)));
    }

    private Optional<List<Map<String, Object>>> lines(Form form, ReportingUnit unit, ReferencePeriod period) {
        if (!unit.kind().isMemberOfCounty()) {
            return department(form, unit, period);
        }
        if (unit.predecessors().isEmpty()) {
            return one(form, township(unit), period);
        }
        List<List<Map<String, Object>>> parts = new ArrayList<>();
        for (UnitCode part : unit.predecessors()) {
            one(form, township(definitions.units().get(part)), period).ifPresent(parts::add);
        }
        return parts.size() < 2
                ? Optional.empty()
                : Optional.of(Merger.together(form, unit.name(), parts.get(0), parts.get(1)));
    }

    private Optional<List<Map<String, Object>>> one(Form form, Township place, ReferencePeriod period) {
        return form.layout() == Layout.LEDGER
                ? ledger(form, place, period)
                : matrix(form, place, period).map(Figures::lines);
    }

    /** A line of 平21-1 for each member. */
    private List<Map<String, Object>> roads(Form form, ReferencePeriod period) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (ReportingUnit member : members(period)) {
            List<Map<String, Object>> parts = new ArrayList<>();
            for (UnitCode part : member.predecessors().isEmpty() ? List.of(member.code()) : member.predecessors()) {
                parts.add(new Lengths(township(definitions.units().get(part))).line(period.year()));
            }
            Map<String, Object> line = new LinkedHashMap<>();
            for (Column column : form.dataColumns()) {
                String code = column.code();
                line.put(
                        code,
                        column.kind() == ColumnKind.UNIT
                                ? member.code().text()
                                : parts.stream()
                                        .map(part -> (BigDecimal) part.get(code))
                                        .reduce(BigDecimal.ZERO, BigDecimal::add));
            }
            lines.add(line);
        }
        return lines;
    }

    private Optional<Figures> matrix(Form form, Township place, ReferencePeriod period) {
        Fields fields = new Fields(place);
        Homes homes = new Homes(place);
        Trades trades = new Trades(place);
        return Optional.ofNullable(
                switch (form.code().text()) {
                    case "平01-1" -> homes.master(form, period);
                    case "平11-1" -> fields.grain(form, period);
                    case "平12-1" -> fields.crops(form, period, trades.industry(form("平51-1"), quarter(period)));
                    case "平13-1" -> fields.support(form, period, fields.grain(form("平11-1"), period));
                    case "平13-3" -> fields.soil(form, period);
                    case "平23-1" -> new Works(place).bridges(form, period);
                    case "平31-1" -> homes.toilets(form, period);
                    case "平32-1" -> homes.waste(form, period);
                    case "平32-2" -> homes.water(form, period);
                    case "平42-1" -> homes.collective(form, period);
                    case "平43-1" -> homes.relief(form, period);
                    case "平43-2" -> homes.payments(form, period);
                    case "平51-1" -> trades.industry(form, period);
                    case "平51-3" -> trades.tests(form, period);
                    case "平62-1" -> trades.order(form, period);
                    case "平62-2" -> trades.services(form, period);
                    default -> null;
                });
    }

    private Optional<List<Map<String, Object>>> ledger(Form form, Township place, ReferencePeriod period) {
        Works works = new Works(place);
        return Optional.ofNullable(
                switch (form.code().text()) {
                    case "平13-2" -> works.blocks(period, new Fields(place).grain(form("平11-1"), period));
                    case "平22-1" -> works.roads(period);
                    case "平23-2" -> works.bridgeLines(period);
                    case "平51-2" -> works.bases(period);
                    case "平51-4" -> works.titles(period);
                    case "平61-1" -> works.villages(period);
                    case "平62-3" -> works.clusters(period);
                    case "平91-1" -> new Departments(place.unit(), chance).steps(period, "O08");
                    default -> null;
                });
    }

    private Optional<List<Map<String, Object>>> department(Form form, ReportingUnit unit, ReferencePeriod period) {
        Departments office = new Departments(unit, chance);
        return Optional.ofNullable(
                switch (form.code().text()) {
                    case "平21-1" -> roads(form, period);
                    case "平41-2" -> office.incomes(form, period).lines();
                    case "平51-3" -> office.tests(form, period).lines();
                    case "平51-4" ->
                        List.<Map<String, Object>>of(Departments.line("CY-01", "平江县现代农业产业园", "现代农业产业园", "省级", "申报"));
                    case "平71-1" -> office.quarter(form, period).lines();
                    case "平71-2" -> office.month(form, period).lines();
                    case "平71-3" -> office.projects(period);
                    case "平71-4" -> office.dikes(period);
                    case "平71-5" -> office.reservoirs(period, steady());
                    case "平71-6" -> office.brands(period);
                    case "平91-1" -> office.steps(period, "D04");
                    default -> null;
                });
    }

    private List<ReportingUnit> members(ReferencePeriod period) {
        return definitions.units().members(period);
    }

    /** Townships that are the same all the time. */
    private List<ReportingUnit> steady() {
        List<UnitCode> merged = merged();
        return members(new ReferencePeriod(Township.FIRST_YEAR, Frequency.YEAR, 1)).stream()
                .filter(unit -> !merged.contains(unit.code()))
                .toList();
    }

    private Form form(String code) {
        return definitions.form(new FormCode(code)).orElseThrow().form();
    }

    /** The quarter that ends with a period. */
    private static ReferencePeriod quarter(ReferencePeriod period) {
        return ReferencePeriod.containing(Frequency.QUARTER, period.lastDay());
    }
}

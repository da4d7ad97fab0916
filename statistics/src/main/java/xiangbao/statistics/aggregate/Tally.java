package xiangbao.statistics.aggregate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.OverUnits;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.Filing;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.Units;

/**
 * One form in one period: who owes it, and what each of them says. What a ledger's line says about somebody who is no member of the county, the county
 * itself above all, is no figure here.
 */
final class Tally {
    private final Form form;
    private final ReferencePeriod period;
    private final Units units;
    private final List<ReportingUnit> owing;
    private final Map<UnitCode, Counted> counted = new HashMap<>();
    private final Map<UnitCode, Map<String, List<Observation>>> observations = new HashMap<>();
    private final Function<SubmissionKey, Standing> uncounted;

    /**
     * @param submissions those that count of this form and period
     * @param uncounted how a key stands of which none does
     */
    Tally(
            Form form,
            ReferencePeriod period,
            Units units,
            List<Counted> submissions,
            Function<SubmissionKey, Standing> uncounted) {
        this.form = form;
        this.period = period;
        this.units = units;
        this.uncounted = uncounted;
        this.owing = form.validity().covers(period.lastDay()) ? units.select(form.owedBy(), period) : List.of();
        Set<UnitCode> members =
                units.members(period).stream().map(ReportingUnit::code).collect(Collectors.toSet());
        for (Counted arrived : submissions) {
            Counted one = form.lineUnit().isEmpty() ? arrived : arrived.about(members);
            UnitCode unit = one.submission().key().unit();
            counted.put(unit, one);
            Map<String, List<Observation>> byItem = new HashMap<>();
            for (Observation observation : one.submission().observations()) {
                byItem.computeIfAbsent(observation.indicator().item(), item -> new ArrayList<>(1))
                        .add(observation);
            }
            observations.put(unit, byItem);
        }
    }

    List<ReportingUnit> owing() {
        return owing;
    }

    Standing standing(ReportingUnit unit) {
        Counted one = counted.get(unit.code());
        if (one != null) {
            return one.isPending() ? Standing.PENDING : Standing.ACCEPTED;
        }
        return uncounted.apply(new SubmissionKey(form.code(), unit.code(), period));
    }

    boolean isStandIn(ReportingUnit unit) {
        Counted one = counted.get(unit.code());
        return one != null && one.returnedLater() > 0;
    }

    boolean hasForecast(ReportingUnit unit) {
        Counted one = counted.get(unit.code());
        return one != null && hasForecast(one.submission().observations());
    }

    /** By the units that report: what each of those that owe the form says about an item, in register order. */
    Map<ReportingUnit, Owed> byReporter(String item) {
        Map<ReportingUnit, Owed> byUnit = new LinkedHashMap<>();
        for (ReportingUnit unit : owing) {
            byUnit.put(unit, owed(item, unit));
        }
        return byUnit;
    }

    Owed owed(String item, ReportingUnit unit) {
        if (!owing.contains(unit)) {
            return Owed.NOTHING;
        }
        return form.layout() == Layout.LEDGER ? ledgerColumn(item, unit) : cell(item, unit);
    }

    private Owed cell(String item, ReportingUnit unit) {
        int dot = item.indexOf('.');
        Row row = dot < 0 ? null : form.row(item.substring(0, dot)).orElse(null);
        Column column = dot < 0 ? null : form.column(item.substring(dot + 1)).orElse(null);
        if (row == null || column == null || !row.due().in(period)) {
            return Owed.NOTHING;
        }
        boolean owes = row.appliesTo() == null || row.appliesTo().selects(unit);
        Observation observation = only(item, unit);
        if (observation != null && observation.status().hasValue() && observation.number() != null) {
            boolean forecast = observation.status() == ObservationStatus.FORECAST
                    || row.due().isForecast(period, column.code());
            return present(unit, observation.number(), forecast, List.of(observation));
        }
        if (!owes) {
            return Owed.NOTHING;
        }
        if (observation != null && observation.status() == ObservationStatus.NOT_APPLICABLE) {
            return notApplicable(unit);
        }
        // An optional cell may be left blank, but it is owed, and what is owed and blank lacks.
        Standing standing = standing(unit);
        return Owed.of(standing.isCounted() ? Standing.MISSING : standing);
    }

    /** That a whole form does not apply is the unit's word until it is accepted; so long what it owes lacks. */
    private Owed notApplicable(ReportingUnit unit) {
        Counted one = counted.get(unit.code());
        boolean claimed = one != null && one.isPending() && one.submission().filing() == Filing.NOT_APPLICABLE;
        return claimed ? Owed.of(Standing.MISSING) : Owed.NOTHING;
    }

    private @Nullable Observation only(String item, ReportingUnit unit) {
        List<Observation> found =
                observations.getOrDefault(unit.code(), Map.of()).get(item);
        return found == null ? null : found.get(0);
    }

    private Owed ledgerColumn(String item, ReportingUnit unit) {
        Column column = form.column(item).orElse(null);
        // 不汇总 holds over lines as it does over units: kilometres and bridges may share a column.
        if (column == null
                || column.kind() != ColumnKind.NUMBER
                || column.measure().overUnits() == OverUnits.NONE) {
            return Owed.NOTHING;
        }
        Counted one = counted.get(unit.code());
        if (one == null) {
            return Owed.of(standing(unit));
        }
        if (one.submission().filing() == Filing.NOT_APPLICABLE) {
            return notApplicable(unit);
        }
        List<Observation> values = new ArrayList<>();
        boolean blanks = false;
        for (Observation observation :
                observations.getOrDefault(unit.code(), Map.of()).getOrDefault(item, List.of())) {
            blanks |= observation.status() == ObservationStatus.MISSING;
            if (observation.status().hasValue() && observation.number() != null) {
                values.add(observation);
            }
        }
        boolean empty = one.submission().observations().isEmpty();
        if (values.isEmpty() && !empty) {
            return Owed.of(Standing.MISSING);
        }
        Owed sum = present(unit, sum(values), hasForecast(values), values);
        // A line that leaves the column blank lacks in the sum.
        return blanks ? sum.incomplete() : sum;
    }

    /** For a ledger whose lines name units: what its reporters say about one of them; empty when no line does. */
    Optional<Owed> about(String item, ReportingUnit subject) {
        BigDecimal sum = BigDecimal.ZERO;
        Standing standing = Standing.NOT_APPLICABLE;
        boolean forecast = false;
        boolean standIn = false;
        List<Contribution> contributions = new ArrayList<>();
        for (ReportingUnit reporter : owing) {
            List<Observation> values = new ArrayList<>();
            for (Observation observation :
                    observations.getOrDefault(reporter.code(), Map.of()).getOrDefault(item, List.of())) {
                if (observation.subject().equals(subject.code())
                        && observation.status().hasValue()
                        && observation.number() != null) {
                    values.add(observation);
                }
            }
            if (!values.isEmpty()) {
                Owed part = present(reporter, sum(values), hasForecast(values), values);
                sum = sum.add(sum(values));
                standing = standing.worst(part.standing());
                forecast |= part.forecast();
                standIn |= part.standIn();
                contributions.addAll(part.contributions());
            }
        }
        if (contributions.isEmpty()) {
            return Optional.empty();
        }
        boolean complete = owing.stream().allMatch(reporter -> standing(reporter) == Standing.ACCEPTED);
        return Optional.of(new Owed(standing, Exact.plain(sum), complete, false, forecast, standIn, contributions));
    }

    /** The units that a ledger's lines are about, in register order. */
    List<ReportingUnit> subjects() {
        Map<UnitCode, Boolean> named = new HashMap<>();
        for (ReportingUnit reporter : owing) {
            for (List<Observation> column :
                    observations.getOrDefault(reporter.code(), Map.of()).values()) {
                column.forEach(observation -> named.put(observation.subject(), true));
            }
        }
        return units.all().stream()
                .filter(unit -> named.containsKey(unit.code()))
                .toList();
    }

    private Owed present(ReportingUnit unit, BigDecimal value, boolean forecast, List<Observation> from) {
        Counted one = counted.get(unit.code());
        if (one == null) {
            throw new IllegalStateException("no submission of " + form.code() + " by " + unit.code());
        }
        Standing standing = one.isPending() ? Standing.PENDING : Standing.ACCEPTED;
        return new Owed(
                standing,
                Exact.plain(value),
                standing == Standing.ACCEPTED,
                false,
                forecast,
                one.returnedLater() > 0,
                contributions(one, from));
    }

    private static List<Contribution> contributions(Counted one, List<Observation> from) {
        return from.stream()
                .map(observation -> new Contribution(
                        one.submission().key(),
                        one.submission().round(),
                        one.outcome(),
                        one.submission().file(),
                        one.submission().sha256(),
                        observation))
                .toList();
    }

    /** The lines of all that count, in register order of their reporters; empty when nobody's counts. Lines about an excluded unit are left out. */
    Optional<List<Line>> lines(Set<UnitCode> excluded) {
        List<Line> lines = new ArrayList<>();
        boolean any = false;
        for (ReportingUnit reporter : owing) {
            Counted one = counted.get(reporter.code());
            if (one != null && !excluded.contains(reporter.code())) {
                any = true;
                lines.addAll(Line.of(form, aboutOthers(one, excluded)));
            }
        }
        return any ? Optional.of(lines) : Optional.empty();
    }

    private List<Observation> aboutOthers(Counted one, Set<UnitCode> excluded) {
        List<Observation> all = one.submission().observations();
        return excluded.isEmpty() || form.lineUnit().isEmpty()
                ? all
                : all.stream()
                        .filter(observation -> !excluded.contains(observation.subject()))
                        .toList();
    }

    /** The lines of all that count, each with the cells it came from, in register order of their reporters. */
    List<LedgerLines.Reported> reportedLines() {
        List<LedgerLines.Reported> reported = new ArrayList<>();
        for (ReportingUnit reporter : owing) {
            Counted one = counted.get(reporter.code());
            if (one != null) {
                Map<String, List<Observation>> byKey = new LinkedHashMap<>();
                for (Observation observation : one.submission().observations()) {
                    byKey.computeIfAbsent(observation.line(), key -> new ArrayList<>())
                            .add(observation);
                }
                byKey.values()
                        .forEach(cells -> Line.of(form, cells)
                                .forEach(line -> reported.add(
                                        new LedgerLines.Reported(reporter, line, contributions(one, cells)))));
            }
        }
        return reported;
    }

    /** The lines that one unit reported, or, in a ledger whose lines name units, those about it. */
    Optional<List<Line>> linesOf(ReportingUnit unit) {
        Counted own = counted.get(unit.code());
        if (own != null && owing.contains(unit)) {
            return Optional.of(Line.of(form, own.submission().observations()));
        }
        if (form.lineUnit().isEmpty()) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        boolean any = false;
        for (ReportingUnit reporter : owing) {
            Counted one = counted.get(reporter.code());
            if (one != null) {
                any = true;
                lines.addAll(Line.of(
                        form,
                        one.submission().observations().stream()
                                .filter(observation -> observation.subject().equals(unit.code()))
                                .toList()));
            }
        }
        return any ? Optional.of(lines) : Optional.empty();
    }

    /** What one reporter's lines say in some columns, for tracing. */
    List<Contribution> traced(
            ReportingUnit reporter, Set<String> columns, Set<UnitCode> excluded, @Nullable UnitCode subject) {
        Counted one = counted.get(reporter.code());
        if (one == null) {
            return List.of();
        }
        return contributions(
                one,
                aboutOthers(one, excluded).stream()
                        .filter(observation -> columns.contains(
                                        observation.indicator().item())
                                && observation.status().hasValue()
                                && (subject == null || observation.subject().equals(subject)))
                        .toList());
    }

    /** Keys that more than one unit reported. */
    List<SharedKey> sharedKeys() {
        boolean keyed = form.columns().stream().anyMatch(column -> column.kind() == ColumnKind.KEY);
        if (form.layout() != Layout.LEDGER || !keyed) {
            return List.of();
        }
        Map<String, List<ReportingUnit>> reporters = new TreeMap<>(Comparator.naturalOrder());
        for (ReportingUnit reporter : owing) {
            Counted one = counted.get(reporter.code());
            if (one != null) {
                one.submission().observations().stream()
                        .map(Observation::line)
                        .filter(key -> !key.isEmpty())
                        .distinct()
                        .forEach(key -> reporters
                                .computeIfAbsent(key, any -> new ArrayList<>())
                                .add(reporter));
            }
        }
        List<SharedKey> shared = new ArrayList<>();
        reporters.forEach((key, by) -> {
            if (by.size() > 1) {
                shared.add(new SharedKey(form.code(), period, key, by));
            }
        });
        return shared;
    }

    private static boolean hasForecast(List<Observation> values) {
        return values.stream().anyMatch(observation -> observation.status() == ObservationStatus.FORECAST);
    }

    private static BigDecimal sum(List<Observation> values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Observation observation : values) {
            sum = observation.number() == null ? sum : sum.add(observation.number());
        }
        return sum;
    }
}

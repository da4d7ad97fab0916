package xiangbao.jobs.runs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.store.runs.CoverageRow;
import xiangbao.jobs.store.runs.FigureRow;
import xiangbao.jobs.store.runs.TargetRow;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.statistics.aggregate.Contribution;
import xiangbao.statistics.aggregate.Counted;
import xiangbao.statistics.aggregate.Coverage;
import xiangbao.statistics.aggregate.Figure;
import xiangbao.statistics.aggregate.FormSummary;
import xiangbao.statistics.definitions.CountyResult;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.progress.Progress;
import xiangbao.statistics.progress.ProgressText;
import xiangbao.statistics.publication.OfficialFigure;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/** What a run came to, as the rows that are stored of it; a pure function of its basis and definitions. */
public record RunTables(List<FigureRow> figures, List<CoverageRow> coverage, List<TargetRow> targets) {
    public static RunTables of(CountyResult result, BasisReader.LoadedBasis loaded) {
        Definitions definitions = result.definitions();
        Set<IndicatorCode> derived = new TreeSet<>();
        definitions
                .enabledForms()
                .forEach(rules -> rules.derived()
                        .forEach(one -> derived.add(one.indicator().code())));
        UnitCode county = definitions.units().county().code();
        Ordinals ordinals = new Ordinals(loaded);
        List<FigureRow> figures = new ArrayList<>();
        for (Figure figure : result.rollUp().figures()) {
            List<FigureRow.ContributionRow> parts = new ArrayList<>();
            if (figure.unit().equals(county)) {
                for (Contribution one : figure.contributions()) {
                    ordinals.of(one).ifPresent(parts::add);
                }
            }
            figures.add(row(
                    figure, figures.size(), derived.contains(figure.indicator().code()), parts));
        }
        List<CoverageRow> coverage = new ArrayList<>();
        for (FormSummary summary : result.summaries()) {
            Coverage one = summary.coverage();
            coverage.add(new CoverageRow(
                    summary.form().code(),
                    summary.period(),
                    one.expected().size(),
                    one.accepted().size(),
                    one.pending().size(),
                    one.withheld().size(),
                    one.returned().size(),
                    names(one.missing())));
        }
        return new RunTables(
                figures,
                coverage,
                result.progress().stream()
                        .map(one -> target(one, definitions.plan()))
                        .toList());
    }

    private static FigureRow row(
            Figure figure, int ordinal, boolean derived, List<FigureRow.ContributionRow> contributions) {
        Coverage coverage = figure.coverage();
        BigDecimal value = derived ? figure.rounded() : figure.value();
        return new FigureRow(
                ordinal,
                figure.unit(),
                figure.indicator().code(),
                figure.indicator().title(),
                figure.period(),
                value == null ? null : plain(value),
                figure.indicator().unit(),
                figure.status().name(),
                figure.forecast(),
                coverage.counted(),
                coverage.expected().size(),
                coverage.pending().size(),
                coverage.withheld().size(),
                contributions);
    }

    private static TargetRow target(Progress one, Plan plan) {
        BigDecimal actual = one.attainment().actual();
        BigDecimal goal = one.attainment().goal();
        return new TargetRow(
                one.target().code(),
                one.target().title(),
                one.target().passage().section(),
                actual == null ? null : actual.toPlainString(),
                goal == null ? null : plain(goal),
                ProgressText.comparison(one.target()).sign(),
                ProgressText.measure(one),
                one.status().title(),
                one.light().title(),
                one.status().isOff(),
                names(one.byUnit().below()),
                one.target().passage().responsible(),
                one.grounds().coverage().fraction(),
                details(one, plan));
    }

    private static TargetRow.Details details(Progress one, Plan plan) {
        OfficialFigure official = one.counterparts().official();
        return new TargetRow.Details(
                decimal(one.attainment().completion()),
                decimal(one.attainment().elapsed()),
                decimal(one.attainment().deviation()),
                one.grounds().provisional(),
                one.grounds().forecast(),
                decimal(one.counterparts().taskSum()),
                official == null ? null : decimal(official.value()),
                official == null ? null : official.document(),
                one.note(),
                one.counterparts().trend().stream()
                        .map(point -> new TargetRow.TrendRow(
                                point.period().toString(),
                                point.actual().toPlainString(),
                                point.status().title()))
                        .toList(),
                ProgressText.actual(one),
                ProgressText.goal(one),
                plan.wholeOf(one.target()).map(Target::code).orElse(null));
    }

    private static @Nullable String decimal(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static List<String> names(List<ReportingUnit> units) {
        return units.stream().map(ReportingUnit::name).toList();
    }

    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Finds the stored observations that a figure names. */
    private static final class Ordinals {
        private final Map<SubmissionKey, StoredSubmission> counted = new HashMap<>();
        private final Map<SubmissionKey, List<Observation>> observations = new HashMap<>();
        private final Map<SubmissionKey, Map<Observation, Integer>> known = new HashMap<>();

        Ordinals(BasisReader.LoadedBasis loaded) {
            loaded.entries().forEach((key, entry) -> {
                if (entry.counted() != null) {
                    counted.put(key, entry.counted());
                }
            });
            for (Counted one : loaded.basis().counted()) {
                observations.put(one.submission().key(), one.submission().observations());
            }
        }

        public Optional<FigureRow.ContributionRow> of(Contribution one) {
            StoredSubmission stored = counted.get(one.key());
            if (stored == null) {
                return Optional.empty();
            }
            Integer ordinal = known.computeIfAbsent(one.key(), key -> {
                        Map<Observation, Integer> ordinals = new LinkedHashMap<>();
                        observations
                                .getOrDefault(key, List.of())
                                .forEach(observation -> ordinals.putIfAbsent(observation, ordinals.size()));
                        return ordinals;
                    })
                    .get(one.observation());
            return ordinal == null
                    ? Optional.empty()
                    : Optional.of(new FigureRow.ContributionRow(stored.id(), ordinal));
        }
    }
}

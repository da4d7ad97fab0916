package xiangbao.jobs.inquiries;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiangbao.jobs.runs.FigureAnswer;
import xiangbao.jobs.runs.FormRounds;
import xiangbao.jobs.runs.OfficialComparison;
import xiangbao.jobs.runs.RunTables;
import xiangbao.jobs.runs.TargetAnswer;
import xiangbao.jobs.store.runs.FigureRow;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.store.seals.SealedPeriods;
import xiangbao.jobs.store.seals.Seals;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.jobs.workspace.Configurations;
import xiangbao.jobs.workspace.UnitChoice;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/** Answers questions about a period. */
public final class Inquiries {
    private static final String MISSING = "未报";

    private final Definitions definitions;
    private final Configurations configurations;
    private final Clock clock;
    private final Submissions submissions;
    private final Reviews reviews;
    private final Runs runs;
    private final Seals seals;

    Inquiries(
            Definitions definitions,
            Configurations configurations,
            Clock clock,
            Submissions submissions,
            Reviews reviews,
            Runs runs,
            Seals seals) {
        this.definitions = definitions;
        this.configurations = configurations;
        this.clock = clock;
        this.submissions = submissions;
        this.reviews = reviews;
        this.runs = runs;
        this.seals = seals;
    }

    public List<UnitStatus> status(ReferencePeriod county) {
        List<UnitStatus> answer = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        SealedPeriods sealed = seals.sealed();
        List<StoredSubmission> held = submissions.held();
        for (FormRules rules : definitions.enabledForms()) {
            ReferencePeriod period = county.latestEnded(rules.form().frequency());
            if (!rules.form().validity().covers(period.lastDay())) {
                continue;
            }
            LocalDate due = definitions.dueDay(rules, period);
            boolean locked = sealed.cover(period);
            FormRounds rounds = FormRounds.of(rules.form().code(), period, held, submissions, reviews);
            for (ReportingUnit unit : definitions.units().select(rules.form().owedBy(), period)) {
                Optional<StoredSubmission> newest = rounds.newest(unit.code());
                boolean late = rounds.first(unit.code())
                        .map(first -> first.received().toLocalDate())
                        .orElse(today)
                        .isAfter(due);
                answer.add(new UnitStatus(
                        unit.code(),
                        unit.name(),
                        rules.form().code(),
                        period,
                        newest.map(one -> state(one, rounds.review(unit.code()), locked))
                                .orElse(MISSING),
                        newest.map(Inquiries::round).orElse(0),
                        due,
                        late,
                        !newest.filter(StoredSubmission::isHeld).isPresent()
                                && rounds.review(unit.code())
                                        .filter(StoredReview::withheld)
                                        .isPresent()));
            }
        }
        return answer;
    }

    /** How the newest submission stands; what counts in a sealed period is 锁定, whatever the audit said. */
    private static String state(StoredSubmission newest, Optional<StoredReview> said, boolean locked) {
        if (newest.isHeld()) {
            return Outcome.HELD.title();
        }
        return said.map(review -> locked && review.counts()
                        ? UnitStatus.LOCKED
                        : review.outcome().title())
                .orElse("已报");
    }

    /** The round that it is, or is to be once it is let in. */
    private static int round(StoredSubmission newest) {
        Integer held = newest.heldRound();
        return newest.isHeld() && held != null ? held : newest.roundNumber();
    }

    public List<FigureAnswer> figures(Optional<StoredRun> asOf, Optional<FormCode> form, Optional<UnitCode> unit) {
        UnitCode whose = unit.orElse(definitions.units().county().code());
        return asOf.map(run -> beside(run, runs.figures(run.id(), form, whose))).orElse(List.of());
    }

    public List<FigureAnswer> figures(Optional<StoredRun> asOf, Optional<FormCode> form, UnitChoice whose) {
        if (whose.unit().isPresent() || !whose.all()) {
            return figures(asOf, form, whose.unit());
        }
        return asOf.map(run -> beside(
                        run,
                        runs.allFigures(run.id()).stream()
                                .filter(row ->
                                        form.isEmpty() || row.indicator().form().equals(form.get()))
                                .toList()))
                .orElse(List.of());
    }

    /** Each beside its 核定数, as the configuration of the run has it. */
    private List<FigureAnswer> beside(StoredRun run, List<FigureRow> rows) {
        Definitions those = configurations.of(run.configuration()).orElse(definitions);
        return rows.stream()
                .map(row -> FigureAnswer.of(row, name(row.unit()), those)
                        .beside(OfficialComparison.of(row, those).orElse(null)))
                .toList();
    }

    private String name(UnitCode unit) {
        return definitions.units().name(unit);
    }

    public Optional<TraceAnswer> trace(IndicatorCode indicator, Optional<StoredRun> asOf) {
        if (asOf.isEmpty()) {
            return Optional.empty();
        }
        long id = asOf.get().id();
        Definitions those = configurations.of(asOf.get().configuration()).orElse(definitions);
        return runs.figure(id, indicator, definitions.units().county().code())
                .map(figure -> new TraceAnswer(
                        FigureAnswer.of(figure, name(figure.unit()), those),
                        formula(those, indicator),
                        origins(runs.contributions(id, figure.ordinal()))));
    }

    private static String formula(Definitions definitions, IndicatorCode indicator) {
        return definitions
                .form(indicator.form())
                .flatMap(rules -> rules.computation(indicator))
                .map(derived -> derived.formula().text())
                .orElse("");
    }

    private List<TraceAnswer.Origin> origins(List<FigureRow.ContributionRow> parts) {
        List<Long> ids = parts.stream()
                .map(FigureRow.ContributionRow::submission)
                .distinct()
                .toList();
        Map<Long, StoredSubmission> stored = new HashMap<>();
        submissions.all(ids).forEach(one -> stored.put(one.id(), one));
        Map<Long, List<Observation>> figures = submissions.observations(ids);
        List<TraceAnswer.Origin> origins = new ArrayList<>();
        for (FigureRow.ContributionRow part : parts) {
            StoredSubmission one = stored.get(part.submission());
            List<Observation> own = figures.getOrDefault(part.submission(), List.of());
            if (one == null || part.observation() >= own.size()) {
                throw new IllegalStateException("a figure's observation is gone: " + part);
            }
            Observation observation = own.get(part.observation());
            CellReference cell = observation.cell();
            UnitCode unit = one.certainKey().unit();
            origins.add(new TraceAnswer.Origin(
                    unit,
                    name(unit),
                    observation.indicator(),
                    one.certainKey().period(),
                    observation.line(),
                    observation.number() == null ? observation.text() : RunTables.plain(observation.number()),
                    one.roundNumber(),
                    one.path(),
                    one.sha256(),
                    cell == null ? one.sheet() : cell.sheet(),
                    cell == null ? null : cell.address()));
        }
        return origins;
    }

    public List<TargetAnswer> progress(Optional<StoredRun> asOf) {
        return asOf.map(run -> runs.targets(run.id())).orElse(List.of()).stream()
                .map(TargetAnswer::of)
                .toList();
    }
}

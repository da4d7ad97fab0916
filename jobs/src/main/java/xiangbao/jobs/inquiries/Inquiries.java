package xiangbao.jobs.inquiries;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xiangbao.jobs.runs.FigureAnswer;
import xiangbao.jobs.runs.FormRounds;
import xiangbao.jobs.runs.OfficialComparison;
import xiangbao.jobs.runs.RunLookup;
import xiangbao.jobs.runs.RunName;
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
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.jobs.workspace.OrderedScope;
import xiangbao.jobs.workspace.UnitChoice;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
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
    private final RunLookup lookup;
    private final OrderedScope scope;

    Inquiries(
            Definitions definitions,
            Configurations configurations,
            Clock clock,
            Submissions submissions,
            Reviews reviews,
            Runs runs,
            Seals seals,
            RunLookup lookup,
            OrderedScope scope) {
        this.definitions = definitions;
        this.configurations = configurations;
        this.clock = clock;
        this.submissions = submissions;
        this.reviews = reviews;
        this.runs = runs;
        this.seals = seals;
        this.lookup = lookup;
        this.scope = scope;
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

    private List<FigureAnswer> figures(Optional<StoredRun> asOf, Optional<FormCode> form, Optional<UnitCode> unit) {
        UnitCode whose = unit.orElse(definitions.units().county().code());
        return asOf.map(run -> beside(run, runs.figures(run.id(), form, whose))).orElse(List.of());
    }

    private List<FigureAnswer> figures(Optional<StoredRun> asOf, Optional<FormCode> form, UnitChoice whose) {
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
        Definitions those = configurations.behind(run.configuration());
        return rows.stream()
                .map(row -> FigureAnswer.of(
                        row,
                        name(row.unit()),
                        those,
                        OfficialComparison.of(row, those).orElse(null)))
                .toList();
    }

    private String name(UnitCode unit) {
        return definitions.units().name(unit);
    }

    private List<TargetAnswer> progress(Optional<StoredRun> asOf) {
        return asOf.map(run -> runs.targets(run.id())).orElse(List.of()).stream()
                .map(TargetAnswer::of)
                .toList();
    }

    /**
     * Who owes what of one form, one unit, or both.
     *
     * @param unit by code, name or alias
     * @throws OrderMistakeException when there is no such form or unit
     */
    public List<UnitStatus> status(ReferencePeriod period, Optional<FormCode> form, Optional<String> unit) {
        form.ifPresent(scope::requireForm);
        Optional<UnitCode> one = unit.map(scope::unit);
        return status(period).stream()
                .filter(status -> form.isEmpty() || form.get().equals(status.form()))
                .filter(status -> one.isEmpty() || one.get().equals(status.unit()))
                .toList();
    }

    /** The figures of the latest run of a period; empty when there was none. Without a unit, the county's only. */
    public List<FigureAnswer> figures(ReferencePeriod period, Optional<FormCode> form, Optional<UnitCode> unit) {
        return figures(lookup.latest(period), form, unit);
    }

    /** The same as of an earlier run. */
    public List<FigureAnswer> figures(RunName run, Optional<FormCode> form, Optional<UnitCode> unit) {
        return figures(Optional.of(lookup.find(run)), form, unit);
    }

    /** The figures of the county, of one unit or of all, as of the latest run of a period; empty when there was none. */
    public List<FigureAnswer> figures(ReferencePeriod period, Optional<FormCode> form, UnitChoice whose) {
        return known(form, figures(lookup.latest(period), form, whose));
    }

    /** The same as of an earlier run. */
    public List<FigureAnswer> figures(RunName run, Optional<FormCode> form, UnitChoice whose) {
        return known(form, figures(Optional.of(lookup.find(run)), form, whose));
    }

    /** Nothing at all may be a slip of the pen. */
    private List<FigureAnswer> known(Optional<FormCode> form, List<FigureAnswer> figures) {
        if (figures.isEmpty()) {
            form.ifPresent(scope::requireForm);
        }
        return figures;
    }

    /** The targets of the plan as the latest run of a period saw them; empty when there was none. */
    public List<TargetAnswer> progress(ReferencePeriod period) {
        return progress(lookup.latest(period));
    }

    /** The same as of an earlier run. */
    public List<TargetAnswer> progress(RunName run) {
        return progress(Optional.of(lookup.find(run)));
    }
}

package xiangbao.jobs.runs.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.runs.BasisReader;
import xiangbao.jobs.runs.CoverageAnswer;
import xiangbao.jobs.runs.RunLookup;
import xiangbao.jobs.runs.RunName;
import xiangbao.jobs.runs.RunSummary;
import xiangbao.jobs.runs.RunTables;
import xiangbao.jobs.store.runs.FigureRow;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.store.runs.TargetRow;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.workspace.Configurations;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.statistics.definitions.CountyResult;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/** Answers questions about runs: which there were, what they were made of, what differs between them, and whether they come out the same again. */
public final class RunHistory {
    private final Configurations configurations;
    private final BasisReader bases;
    private final Runs runs;
    private final RunComparison comparison;
    private final RunLookup lookup;

    RunHistory(
            Configurations configurations, BasisReader bases, Runs runs, RunComparison comparison, RunLookup lookup) {
        this.configurations = configurations;
        this.bases = bases;
        this.runs = runs;
        this.comparison = comparison;
        this.lookup = lookup;
    }

    /** The runs of a period, or of all, in the order in which they were made. */
    public List<RunSummary> runs(Optional<ReferencePeriod> period) {
        return summaries(runs.all(period), period);
    }

    private RunSummary summary(StoredRun run) {
        return summaries(List.of(run), Optional.of(run.period())).get(0);
    }

    private List<RunSummary> summaries(List<StoredRun> those, Optional<ReferencePeriod> period) {
        Map<Long, Integer> files = runs.files(period);
        Map<Long, Map<Outcome, Integer>> outcomes = runs.outcomes(period);
        Map<Long, Integer> reports = runs.reportCounts(period);
        return those.stream()
                .map(run -> summary(
                        run,
                        files.getOrDefault(run.id(), 0),
                        outcomes.getOrDefault(run.id(), Map.of()),
                        reports.getOrDefault(run.id(), 0)))
                .toList();
    }

    private static RunSummary summary(StoredRun run, int files, Map<Outcome, Integer> outcomes, int reports) {
        return new RunSummary(
                run.number(),
                run.period(),
                Cause.of(run.cause()),
                run.vintage(),
                run.state().name(),
                run.configuration(),
                run.templates(),
                run.programVersion(),
                run.basisDigest(),
                run.requestedAt(),
                run.fixedAt(),
                run.finishedAt(),
                files,
                outcomes,
                reports);
    }

    /**
     * All of a run.
     *
     * @throws OrderMistakeException when there is no such run, or more than one
     */
    public RunDetail run(RunName name) {
        return detail(lookup.find(name));
    }

    private RunDetail detail(StoredRun run) {
        Optional<StoredRun> before = runs.numbered(run.period(), run.number() - 1);
        Optional<StoredRun> next = runs.numbered(run.period(), run.number() + 1);
        List<RunDetail.BasisAnswer> basis = new ArrayList<>();
        bases.read(run).entries().forEach((key, entry) -> {
            add(basis, entry.counted(), entry.countedReview(), true);
            add(basis, entry.returned(), entry.returnedReview(), false);
        });
        return new RunDetail(
                summary(run),
                before.map(StoredRun::number),
                next.map(StoredRun::number),
                before.map(one -> comparison.changes(one, run)).orElse(List.of()),
                basis,
                CoverageAnswer.of(runs, run),
                runs.reports(run.id()));
    }

    private void add(
            List<RunDetail.BasisAnswer> basis,
            @Nullable StoredSubmission one,
            @Nullable StoredReview review,
            boolean counted) {
        if (one == null || review == null) {
            return;
        }
        UnitCode unit = one.certainKey().unit();
        basis.add(new RunDetail.BasisAnswer(
                unit,
                configurations.today().units().name(unit),
                one.form(),
                one.period(),
                one.roundNumber(),
                review.outcome(),
                counted,
                one.path(),
                one.sha256()));
    }

    /** What differs between two runs of a period, and why; the county's figures, or those of a unit. */
    public DiffAnswer diff(RunName from, RunName to, Optional<UnitCode> unit) {
        return diff(lookup.find(from), lookup.find(to), unit);
    }

    private DiffAnswer diff(StoredRun from, StoredRun to, Optional<UnitCode> unit) {
        if (!from.period().equals(to.period())) {
            throw new OrderMistakeException("两次汇总不是同一报告期（" + from.period() + "、" + to.period() + "），不能比较。");
        }
        return comparison.compare(from, to, unit);
    }

    /** Computes a run again from its basis. */
    public ReproductionAnswer reproduce(RunName name) {
        return reproduce(lookup.find(name));
    }

    private ReproductionAnswer reproduce(StoredRun run) {
        Optional<Definitions> definitions = configurations.of(run.configuration());
        if (definitions.isEmpty() || run.state() == StoredRun.State.FIXED) {
            return new ReproductionAnswer(summary(run), false, 0, 0, List.of());
        }
        BasisReader.LoadedBasis loaded = bases.read(run);
        RunTables again = RunTables.of(CountyResult.of(definitions.get(), loaded.basis()), loaded);
        List<FigureRow> figures = runs.allFigures(run.id());
        List<TargetRow> targets = runs.targets(run.id());
        List<ReproductionAnswer.Difference> differences = new ArrayList<>();
        compare(
                figures,
                again.figures(),
                row -> row.unit() + " " + row.indicator(),
                row -> String.join(
                        "，",
                        String.valueOf(row.value()),
                        row.status(),
                        row.reported() + "/" + row.expected(),
                        "待核实" + row.pending(),
                        "暂不计入" + row.withheld(),
                        row.forecast() ? "含预计" : ""),
                differences);
        compare(
                targets,
                again.targets(),
                TargetRow::code,
                row -> String.join(
                        "，",
                        String.valueOf(row.actual()),
                        row.comparison() + row.goal(),
                        row.status(),
                        row.light(),
                        row.coverage(),
                        String.join("、", row.below())),
                differences);
        compare(
                runs.coverage(run.id()),
                again.coverage(),
                row -> row.form() + " " + row.period(),
                row -> row.expected() + "，" + row.accepted() + "，" + row.pending() + "，" + row.withheld() + "，"
                        + row.returned() + "，" + row.missingUnits(),
                differences);
        return new ReproductionAnswer(summary(run), true, figures.size(), targets.size(), differences);
    }

    private static <T> void compare(
            List<T> published,
            List<T> recomputed,
            Function<T, String> name,
            Function<T, String> says,
            List<ReproductionAnswer.Difference> differences) {
        Map<String, String> one = new LinkedHashMap<>();
        Map<String, String> other = new LinkedHashMap<>();
        published.forEach(row -> one.put(name.apply(row), says.apply(row)));
        recomputed.forEach(row -> other.put(name.apply(row), says.apply(row)));
        Set<String> names = new LinkedHashSet<>(one.keySet());
        names.addAll(other.keySet());
        for (String each : names) {
            if (!Objects.equals(one.get(each), other.get(each))) {
                differences.add(new ReproductionAnswer.Difference(each, one.get(each), other.get(each)));
            }
        }
    }
}

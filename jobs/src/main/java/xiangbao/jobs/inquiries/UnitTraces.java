package xiangbao.jobs.inquiries;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.runs.BasisReader;
import xiangbao.jobs.runs.FigureAnswer;
import xiangbao.jobs.runs.RunTables;
import xiangbao.jobs.runs.TargetAnswer;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.workspace.Configurations;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.statistics.aggregate.Contribution;
import xiangbao.statistics.aggregate.Evaluation;
import xiangbao.statistics.aggregate.RollUp;
import xiangbao.statistics.definitions.CountyResult;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.progress.Progress;
import xiangbao.statistics.progress.ProgressText;
import xiangbao.statistics.progress.UnitProgress;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/** Traces the figures and targets of one unit. A run stores where the county's came from; those of a unit are found again from its basis. */
final class UnitTraces {
    private final Configurations configurations;
    private final BasisReader bases;
    private final Runs runs;

    UnitTraces(Configurations configurations, BasisReader bases, Runs runs) {
        this.configurations = configurations;
        this.bases = bases;
        this.runs = runs;
    }

    /** Empty when the unit has no such figure in the run. */
    public Optional<TraceAnswer> trace(IndicatorCode indicator, UnitCode whose, StoredRun run) {
        return runs.figure(run.id(), indicator, whose).map(row -> {
            Definitions definitions = configurations.mustBe(run);
            List<Contribution> parts = RollUp.of(
                            definitions.enabledForms(),
                            definitions.units(),
                            bases.read(run).basis())
                    .figure(indicator, whose)
                    .orElseThrow()
                    .contributions();
            return new TraceAnswer(
                    FigureAnswer.of(row, definitions.units().name(whose), definitions),
                    definitions
                            .form(indicator.form())
                            .flatMap(rules -> rules.computationOfUnit(indicator))
                            .map(derived -> derived.formula().text())
                            .orElse(""),
                    TargetTraces.origins(definitions.units(), parts));
        });
    }

    /**
     * Empty when the run knows no such target.
     *
     * @throws OrderMistakeException when the target is not judged unit by unit, or not for this one
     */
    public Optional<TargetTrace> trace(String code, UnitCode whose, StoredRun run) {
        if (runs.targets(run.id()).stream().noneMatch(row -> row.code().equals(code))) {
            return Optional.empty();
        }
        Definitions definitions = configurations.mustBe(run);
        CountyResult result = CountyResult.of(definitions, bases.read(run).basis());
        Progress progress = result.progress().stream()
                .filter(one -> one.target().code().equals(code))
                .findFirst()
                .orElseThrow();
        ReportingUnit unit = definitions.units().get(whose);
        UnitProgress own = progress.byUnit().units().stream()
                .filter(one -> one.unit().equals(unit))
                .findFirst()
                .orElseThrow(() -> new OrderMistakeException(notJudged(progress, unit)));
        Formula formula = progress.target().measure().actual();
        Evaluation evaluation = formula == null ? null : result.rollUp().evaluate(formula, run.period(), unit);
        List<Contribution> parts = evaluation == null
                ? progress.grounds().contributions().stream()
                        .filter(one -> one.reporter().equals(whose))
                        .toList()
                : evaluation.contributions();
        List<FigureAnswer> indicators = TargetTraces.named(definitions, progress.target()).stream()
                .flatMap(indicator -> runs.figure(run.id(), indicator, whose).stream())
                .map(row -> FigureAnswer.of(row, unit.name(), definitions))
                .toList();
        return Optional.of(new TargetTrace(
                answer(progress, own, evaluation, !parts.isEmpty()),
                run.period(),
                unit.code(),
                unit.name(),
                progress.target().measure().computation(),
                indicators,
                TargetTraces.origins(definitions.units(), parts)));
    }

    private static String notJudged(Progress progress, ReportingUnit unit) {
        String target = progress.target().code() + " " + progress.target().title();
        if (progress.target().isComposite()) {
            return "目标 " + target + " 由 "
                    + String.join("、", progress.target().measure().parts()) + " 几部分组成；请追溯其中一部分，或去掉 --unit。";
        }
        return progress.byUnit().units().isEmpty()
                ? "目标 " + target + " 只看全县，不逐个单位判定；请去掉 --unit。"
                : "目标 " + target + " 不适用于" + unit.name() + "；适用的有："
                        + progress.byUnit().units().stream()
                                .map(one -> one.unit().name())
                                .collect(Collectors.joining("、"))
                        + "。";
    }

    /** What is said about the target of a unit is said as about the county's; what only the county has is left out. */
    private static TargetAnswer answer(
            Progress progress, UnitProgress own, @Nullable Evaluation evaluation, boolean reported) {
        Target target = progress.target();
        BigDecimal goal = own.goal();
        return new TargetAnswer(
                target.code(),
                target.title(),
                target.passage().section(),
                plain(own.actual()),
                goal == null ? null : RunTables.plain(goal),
                target.goal().comparison().sign(),
                target.measure().unit(),
                own.status().title(),
                own.status().light().title(),
                List.of(),
                target.passage().responsible(),
                evaluation == null
                        ? (reported ? "1/1" : "0/1")
                        : evaluation.coverage().fraction(),
                plain(own.completion()),
                plain(progress.attainment().elapsed()),
                plain(own.deviation()),
                evaluation != null && !evaluation.coverage().isFinal(),
                evaluation != null && evaluation.forecast(),
                null,
                null,
                null,
                "",
                ProgressText.actual(progress, own),
                ProgressText.goal(progress, own),
                null,
                List.of());
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}

package xiangbao.jobs.inquiries;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xiangbao.jobs.runs.BasisReader;
import xiangbao.jobs.runs.FigureAnswer;
import xiangbao.jobs.runs.RunTables;
import xiangbao.jobs.runs.TargetAnswer;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.store.runs.TargetRow;
import xiangbao.jobs.workspace.Configurations;
import xiangbao.statistics.aggregate.Contribution;
import xiangbao.statistics.definitions.CountyResult;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.Reference;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.progress.Progress;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.Units;

/** Traces targets of a run. What went into a target is not stored: it is found again from the run's basis and configuration. */
final class TargetTraces {
    private final Configurations configurations;
    private final BasisReader bases;
    private final Runs runs;

    TargetTraces(Configurations configurations, BasisReader bases, Runs runs) {
        this.configurations = configurations;
        this.bases = bases;
        this.runs = runs;
    }

    /** Empty when the run knows no such target. */
    public Optional<TargetTrace> trace(String code, StoredRun run) {
        TargetRow row = runs.targets(run.id()).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(null);
        if (row == null) {
            return Optional.empty();
        }
        Definitions definitions = configurations.mustBe(run);
        CountyResult result = CountyResult.of(definitions, bases.read(run).basis());
        Progress progress = result.progress().stream()
                .filter(one -> one.target().code().equals(code))
                .findFirst()
                .orElseThrow();
        ReportingUnit county = definitions.units().county();
        return Optional.of(new TargetTrace(
                TargetAnswer.of(row),
                run.period(),
                county.code(),
                county.name(),
                progress.target().measure().computation(),
                indicators(definitions, run, measured(progress.target(), result.progress())),
                origins(definitions.units(), progress.grounds().contributions())));
    }

    /** The target itself, or the parts that it stands by. */
    private static List<Target> measured(Target target, List<Progress> all) {
        return target.isComposite()
                ? all.stream()
                        .map(Progress::target)
                        .filter(part -> target.measure().parts().contains(part.code()))
                        .toList()
                : List.of(target);
    }

    private List<FigureAnswer> indicators(Definitions definitions, StoredRun run, List<Target> targets) {
        Set<IndicatorCode> named = new LinkedHashSet<>();
        targets.forEach(target -> named.addAll(named(definitions, target)));
        List<FigureAnswer> indicators = new ArrayList<>();
        ReportingUnit county = definitions.units().county();
        for (IndicatorCode code : named) {
            runs.figure(run.id(), code, county.code())
                    .map(figure -> FigureAnswer.of(figure, county.name(), definitions))
                    .ifPresent(indicators::add);
        }
        return indicators;
    }

    /** A formula of the plan names each figure with its form; where the form has one column, it may leave the column out. */
    static Set<IndicatorCode> named(Definitions definitions, Target target) {
        Set<IndicatorCode> named = new LinkedHashSet<>();
        Formula actual = target.measure().actual();
        for (Reference reference : actual == null ? List.<Reference>of() : actual.references()) {
            FormCode form = reference.form();
            FormRules rules = form == null ? null : definitions.forms().get(form);
            if (rules == null) {
                continue;
            }
            String item = reference.item();
            IndicatorCode whole = new IndicatorCode(rules.form().code(), item);
            boolean known = rules.form().indicator(whole).isPresent()
                    || rules.derived().stream()
                            .anyMatch(derived -> derived.indicator().code().equals(whole));
            if (known) {
                named.add(whole);
            } else {
                rules.form().indicators().stream()
                        .map(Indicator::code)
                        .filter(code -> code.row().equals(item))
                        .forEach(named::add);
            }
        }
        return named;
    }

    static List<TraceAnswer.Origin> origins(Units units, List<Contribution> contributions) {
        List<TraceAnswer.Origin> origins = new ArrayList<>();
        for (Contribution one : contributions) {
            CellReference cell = one.observation().cell();
            origins.add(new TraceAnswer.Origin(
                    one.reporter(),
                    units.name(one.reporter()),
                    one.observation().indicator(),
                    one.key().period(),
                    one.observation().line(),
                    one.observation().number() == null
                            ? one.observation().text()
                            : RunTables.plain(one.observation().number()),
                    one.round(),
                    one.file(),
                    one.sha256(),
                    cell == null ? "" : cell.sheet(),
                    cell == null ? null : cell.address()));
        }
        return origins;
    }
}

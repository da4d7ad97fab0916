package xiangbao.jobs.inquiries;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiangbao.jobs.runs.FigureAnswer;
import xiangbao.jobs.runs.RunTables;
import xiangbao.jobs.store.runs.FigureRow;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.jobs.workspace.Configurations;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.units.UnitCode;

/** Where a figure of the county comes from, down to the cells of the townships' workbooks. */
final class CountyTraces {
    private final Definitions definitions;
    private final Configurations configurations;
    private final Submissions submissions;
    private final Runs runs;

    CountyTraces(Definitions definitions, Configurations configurations, Submissions submissions, Runs runs) {
        this.definitions = definitions;
        this.configurations = configurations;
        this.submissions = submissions;
        this.runs = runs;
    }

    Optional<TraceAnswer> trace(IndicatorCode indicator, StoredRun run) {
        long id = run.id();
        Definitions those = configurations.behind(run.configuration());
        return runs.figure(id, indicator, definitions.units().county().code())
                .map(figure -> new TraceAnswer(
                        FigureAnswer.of(figure, definitions.units().name(figure.unit()), those),
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
                    definitions.units().name(unit),
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
}

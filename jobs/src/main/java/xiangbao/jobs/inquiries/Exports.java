package xiangbao.jobs.inquiries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.runs.DeclaredDecimals;
import xiangbao.jobs.runs.RunLookup;
import xiangbao.jobs.runs.RunName;
import xiangbao.jobs.runs.RunTables;
import xiangbao.jobs.store.runs.FigureRow;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.store.runs.TargetRow;
import xiangbao.jobs.workspace.Configurations;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.jobs.workspace.OrderedScope;
import xiangbao.jobs.workspace.Workspace;
import xiangbao.reports.export.ExportFormat;
import xiangbao.reports.export.ExportedFigure;
import xiangbao.reports.export.ExportedTarget;
import xiangbao.reports.export.FigureExport;
import xiangbao.reports.export.FigureFiles;
import xiangbao.reports.export.OfficialValue;
import xiangbao.statistics.aggregate.FigureStatus;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.plan.Comparison;
import xiangbao.statistics.progress.ProgressStatus;
import xiangbao.statistics.publication.Vintage;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/** Hands figures of a run on to other programs. The same run and the same wish give the same bytes. */
public final class Exports {
    private final Workspace workspace;
    private final Configurations configurations;
    private final Runs runs;
    private final ZoneId zone;
    private final RunLookup lookup;
    private final OrderedScope scope;

    Exports(
            Workspace workspace,
            Configurations configurations,
            Runs runs,
            Clock clock,
            RunLookup lookup,
            OrderedScope scope) {
        this.workspace = workspace;
        this.configurations = configurations;
        this.runs = runs;
        this.zone = clock.getZone();
        this.lookup = lookup;
        this.scope = scope;
    }

    public ExportAnswer write(StoredRun run, ExportOrder order) {
        RunName name = new RunName(Optional.of(run.period()), run.number());
        Definitions definitions = configurations.behind(run.configuration());
        List<ExportedFigure> all = runs.allFigures(run.id()).stream()
                .map(row -> figure(row, definitions))
                .toList();
        ReportingUnit county = definitions.units().county();
        List<ExportedFigure> chosen = all.stream()
                .filter(figure -> order.form().isEmpty()
                        || figure.indicator().form().equals(order.form().get()))
                .filter(figure -> order.whose().all()
                        || figure.unit().equals(order.whose().unit().orElse(county.code())))
                .toList();
        if (chosen.isEmpty()) {
            throw new OrderMistakeException("汇总 " + name + " 里没有"
                    + order.form().map(form -> " " + form + " ").orElse("这个单位") + "的数；用 figures --run " + name
                    + " --unit all 查看有哪些。");
        }
        FigureExport export = new FigureExport(
                name.toString(),
                Vintage.of(run.vintage()),
                run.fixedAt().atZone(zone).toOffsetDateTime(),
                run.configuration(),
                titles(definitions),
                all,
                chosen,
                county.code(),
                county.name(),
                run.period(),
                runs.targets(run.id()).stream().map(Exports::target).toList());
        FigureFiles contents = new FigureFiles(export);
        boolean sdmx = order.format() == ExportFormat.SDMX_CSV;
        Path data = place(order, name);
        String stem = stem(data);
        boolean targets = hasTargets(order, county);
        List<Path> files = new ArrayList<>(List.of(data));
        try {
            Files.createDirectories(data.resolveSibling("."));
            Workspace.put(data, sdmx ? contents.sdmxCsv() : contents.csv());
            if (targets) {
                Path plan = data.resolveSibling(stem + "_目标" + (sdmx ? ".sdmx.csv" : ".csv"));
                Workspace.put(plan, sdmx ? contents.targetsSdmxCsv() : contents.targetsCsv());
                files.add(plan);
            }
            if (sdmx) {
                Path structure = data.resolveSibling(stem + "_结构.xml");
                Workspace.put(structure, contents.sdmxStructure());
                files.add(structure);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new ExportAnswer(
                name, order.format(), chosen.size(), targets ? export.targets().size() : 0, files);
    }

    /** Targets are the county's, and of no single form. */
    private static boolean hasTargets(ExportOrder order, ReportingUnit county) {
        return order.form().isEmpty()
                && (order.whose().all()
                        || order.whose().unit().orElse(county.code()).equals(county.code()));
    }

    private static ExportedTarget target(TargetRow row) {
        TargetRow.Details details = row.details();
        String official = details.official();
        String document = details.document();
        String[] coverage = row.coverage().split("/", 2);
        return new ExportedTarget(
                row.code(),
                row.title(),
                row.section(),
                row.actual(),
                Comparison.signed(row.comparison()).orElseThrow(),
                row.goal(),
                row.measure(),
                details.completion(),
                details.elapsed(),
                details.deviation(),
                ProgressStatus.titled(row.status()).orElseThrow(),
                details.provisional(),
                details.forecast(),
                Integer.parseInt(coverage[0]),
                Integer.parseInt(coverage[1]),
                details.taskSum(),
                official == null ? null : new OfficialValue(official, document == null ? "" : document),
                row.below(),
                row.responsible(),
                details.note());
    }

    private static @Nullable OfficialValue official(FigureRow row, Definitions definitions) {
        return row.unit().equals(definitions.units().county().code())
                ? definitions
                        .official()
                        .find(row.indicator().toString(), row.period())
                        .map(figure -> figure.in(row.measure()))
                        .map(figure -> new OfficialValue(RunTables.plain(figure.value()), figure.document()))
                        .orElse(null)
                : null;
    }

    private static ExportedFigure figure(FigureRow row, Definitions definitions) {
        return new ExportedFigure(
                row.unit(),
                definitions.units().name(row.unit()),
                row.indicator(),
                row.title(),
                row.period(),
                DeclaredDecimals.plain(row, definitions),
                row.measure(),
                FigureStatus.valueOf(row.status()),
                row.forecast(),
                row.reported(),
                row.expected(),
                row.pending(),
                official(row, definitions));
    }

    private static Map<FormCode, String> titles(Definitions definitions) {
        Map<FormCode, String> titles = new LinkedHashMap<>();
        definitions
                .forms()
                .forEach((code, rules) -> titles.put(code, rules.form().title()));
        return titles;
    }

    /** The file that was named, or one in the folder that was named, or one below the workspace. */
    private Path place(ExportOrder order, RunName run) {
        Path named = order.out().map(out -> out.toAbsolutePath().normalize()).orElse(null);
        if (named != null
                && !Files.isDirectory(named)
                && String.valueOf(named.getFileName()).contains(".")) {
            return named;
        }
        StringBuilder name = new StringBuilder(run.toString().replace("/", "_第")).append("次");
        order.form().ifPresent(form -> name.append("_").append(form));
        name.append("_")
                .append(order.whose()
                        .unit()
                        .map(UnitCode::text)
                        .orElse(order.whose().all() ? "全部单位" : "全县"));
        name.append(order.format() == ExportFormat.SDMX_CSV ? ".sdmx.csv" : ".csv");
        return (named == null ? workspace.exports() : named).resolve(name.toString());
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.replaceFirst("(\\.sdmx)?\\.[^.]+$", "");
    }

    /**
     * Hands figures of a run on to other programs.
     *
     * @throws OrderMistakeException when there is no run, or nothing in it that was asked for
     */
    public ExportAnswer export(ExportOrder order) {
        if (order.run().isEmpty()) {
            order.form().ifPresent(scope::requireForm);
        }
        StoredRun run = order.run()
                .map(lookup::find)
                .orElseGet(() -> lookup.requireLatest(order.period().orElseThrow()));
        return write(run, order);
    }
}

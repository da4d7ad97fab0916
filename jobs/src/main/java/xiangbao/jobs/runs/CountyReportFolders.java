package xiangbao.jobs.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.worker.Heartbeat;
import xiangbao.jobs.workspace.Archive;
import xiangbao.jobs.workspace.Configurations;
import xiangbao.jobs.workspace.Digests;
import xiangbao.jobs.workspace.Workspace;
import xiangbao.reports.CountyReports;
import xiangbao.reports.county.Reporting;
import xiangbao.reports.county.Source;
import xiangbao.statistics.definitions.CountyResult;
import xiangbao.statistics.publication.Vintage;

/** The folders that the county's reports lie in, one a run: 第1次, 第2次. */
final class CountyReportFolders {
    private final Workspace workspace;
    private final Archive archive;
    private final Configurations configurations;
    private final RunResults results;
    private final Reportings reportings;
    private final Heartbeat heartbeat;

    CountyReportFolders(
            Workspace workspace,
            Archive archive,
            Configurations configurations,
            RunResults results,
            Reportings reportings,
            Heartbeat heartbeat) {
        this.workspace = workspace;
        this.archive = archive;
        this.configurations = configurations;
        this.results = results;
        this.reportings = reportings;
        this.heartbeat = heartbeat;
    }

    /**
     * Writes the reports of a run into a folder of its own.
     *
     * @return their paths relative to the workspace
     */
    List<String> write(StoredRun run) throws IOException {
        Path period = workspace.reports().resolve(run.period().toString());
        Path folder = period.resolve("第" + run.number() + "次");
        Path temporary = period.resolve(".第" + run.number() + "次" + heartbeat.mark());
        Workspace.delete(temporary);
        Files.createDirectories(temporary);
        RunResults.RunResult computed = results.of(run);
        BasisReader.LoadedBasis loaded = computed.loaded();
        CountyResult result = computed.county();
        List<String> paths = new ArrayList<>();
        CountyReports reports = new CountyReports(configurations.templates(run.templates()));
        List<Reporting> owed =
                reportings.of(result.definitions(), run, loaded.basis().counted());
        for (Path one : reports.write(
                new xiangbao.reports.county.CountyResult(
                        result.definitions(),
                        run.period(),
                        Vintage.of(run.vintage()),
                        result.summaries(),
                        result.progress(),
                        loaded.sources(),
                        loaded.basis().counted(),
                        owed,
                        result.screening(),
                        originals(loaded.sources(), owed)),
                temporary)) {
            Workspace.force(one);
            paths.add(workspace.relative(folder) + "/" + Workspace.relative(temporary, one));
        }
        publish(temporary, folder);
        return paths;
    }

    /** Where people may open what was submitted, earlier rounds too. */
    private Map<String, String> originals(List<Source> sources, List<Reporting> owed) throws IOException {
        Set<String> submitted = new TreeSet<>();
        sources.forEach(source -> submitted.add(source.sha256()));
        owed.forEach(one -> one.rounds().forEach(round -> submitted.add(round.sha256())));
        Map<String, String> originals = new TreeMap<>();
        for (String sha256 : submitted) {
            archive.openable(sha256).ifPresent(path -> originals.put(sha256, workspace.relative(path)));
        }
        return originals;
    }

    /** Puts a folder of reports in its place. One may stand there already, left by a process that died before it could note it; equal ones are not touched. */
    private static void publish(Path temporary, Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            if (Digests.folder(folder).equals(Digests.folder(temporary))) {
                Workspace.delete(temporary);
                return;
            }
            Workspace.delete(folder);
        }
        Workspace.move(temporary, folder);
        Workspace.forceFolder(folder.resolveSibling("."));
    }
}

package xiangbao.jobs.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.transaction.support.TransactionTemplate;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.claims.OpenClaim;
import xiangbao.jobs.store.decisions.Explanations;
import xiangbao.jobs.store.decisions.FindingName;
import xiangbao.jobs.store.decisions.StoredExplanation;
import xiangbao.jobs.store.runs.BasisRow;
import xiangbao.jobs.store.runs.NewRun;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.store.seals.SealedPeriods;
import xiangbao.jobs.store.seals.Seals;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.jobs.worker.Heartbeat;
import xiangbao.jobs.worker.ProgressBoard;
import xiangbao.jobs.worker.StopRequest;
import xiangbao.jobs.workspace.Archive;
import xiangbao.jobs.workspace.Configurations;
import xiangbao.jobs.workspace.Digests;
import xiangbao.jobs.workspace.OfficeSettings;
import xiangbao.jobs.workspace.Workspace;
import xiangbao.reports.CountyReports;
import xiangbao.reports.county.Reporting;
import xiangbao.reports.county.Source;
import xiangbao.statistics.aggregate.Basis;
import xiangbao.statistics.definitions.CountyResult;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.publication.Vintage;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.SubmissionKey;

/** Makes the runs of county periods: fixes the basis, rolls it up, prints it. After the basis is fixed nothing but the basis is read. */
public final class Aggregation {
    private final Workspace workspace;
    private final Archive archive;
    private final Configurations configurations;
    private final String programVersion;
    private final Clock clock;
    private final Manifest manifest;
    private final Submissions submissions;
    private final Reviews reviews;
    private final Runs runs;
    private final Explanations explanations;
    private final Seals seals;
    private final BasisReader bases;
    private final Reportings reportings;
    private final TransactionTemplate transaction;
    private final ProgressBoard progress;
    private final Heartbeat heartbeat;
    private final StopRequest stop;

    Aggregation(
            Workspace workspace,
            Archive archive,
            Configurations configurations,
            OfficeSettings settings,
            Clock clock,
            Manifest manifest,
            Submissions submissions,
            Reviews reviews,
            Runs runs,
            Explanations explanations,
            Seals seals,
            BasisReader bases,
            Reportings reportings,
            TransactionTemplate transaction,
            ProgressBoard progress,
            Heartbeat heartbeat,
            StopRequest stop) {
        this.workspace = workspace;
        this.archive = archive;
        this.configurations = configurations;
        this.programVersion = settings.programVersion();
        this.clock = clock;
        this.manifest = manifest;
        this.submissions = submissions;
        this.reviews = reviews;
        this.runs = runs;
        this.explanations = explanations;
        this.seals = seals;
        this.bases = bases;
        this.reportings = reportings;
        this.transaction = transaction;
        this.progress = progress;
        this.heartbeat = heartbeat;
        this.stop = stop;
    }

    public void aggregate(long claim) {
        OpenClaim order = manifest.claim(claim);
        Set<ReferencePeriod> periods = periods(order);
        progress.begin("aggregate", periods.size());
        for (ReferencePeriod period : periods) {
            fix(order, period)
                    .filter(run -> run.state() == StoredRun.State.FIXED)
                    .ifPresent(this::store);
            progress.one("aggregate", periods.size());
        }
    }

    /** The period that was asked for, or those of all that came. */
    private Set<ReferencePeriod> periods(OpenClaim claim) {
        Set<ReferencePeriod> periods = new TreeSet<>();
        if (claim.period().isPresent()) {
            periods.add(claim.period().get());
            return periods;
        }
        LocalDate today = claim.openedAt().toLocalDate();
        SealedPeriods sealed = seals.sealed();
        for (StoredSubmission one : submissions.ofClaim(claim.id())) {
            ReferencePeriod period = one.period();
            if (period != null && one.unit() != null && !period.firstDay().isAfter(today)) {
                // what is held changes no result; the one that it does not change is the sealed one
                Optional<ReferencePeriod> held = one.isHeld() ? sealed.over(period) : Optional.empty();
                periods.add(held.orElseGet(() -> countyPeriod(period)));
            }
        }
        for (ReferencePeriod period : explanations.periods(claim.id())) {
            if (!period.firstDay().isAfter(today)) {
                periods.add(countyPeriod(period));
            }
        }
        return periods;
    }

    /** The quarter that ends with the period, or the month where no quarter does. */
    public static ReferencePeriod countyPeriod(ReferencePeriod period) {
        int month = period.lastDay().getMonthValue();
        return month % 3 == 0
                ? new ReferencePeriod(period.year(), Frequency.QUARTER, month / 3)
                : new ReferencePeriod(period.year(), Frequency.MONTH, month);
    }

    /** What a run would be made of. */
    private record Wanted(String configuration, String digest, List<BasisRow> basis, List<Long> explanations) {}

    /**
     * The run that answers a period: the latest one if nothing has changed since, otherwise a new one with its basis. Empty where there is nothing to print
     * again.
     */
    private Optional<StoredRun> fix(OpenClaim claim, ReferencePeriod period) {
        Optional<StoredRun> fixed = transaction.execute(status -> {
            Optional<StoredRun> latest = runs.latest(period);
            if (claim.order().onlyPrints() && latest.isEmpty()) {
                return Optional.empty();
            }
            if (latest.isPresent() && seals.standing(period).isPresent()) {
                // sealed: published is published, whatever the configuration or the program have become
                runs.answers(claim.id(), latest.get().id(), false);
                return latest;
            }
            Wanted wanted = claim.order().onlyPrints() ? asBefore(latest.orElseThrow()) : asOfToday(period);
            boolean same = latest.isPresent()
                    && latest.get().basisDigest().equals(wanted.digest())
                    && latest.get().configuration().equals(wanted.configuration())
                    && latest.get().templates().equals(configurations.templates())
                    && latest.get().programVersion().equals(programVersion)
                    && latest.get().vintage().equals(Vintage.PRELIMINARY.title());
            if (same) {
                runs.answers(claim.id(), latest.get().id(), false);
                return latest;
            }
            return Optional.of(fix(claim, period, Vintage.PRELIMINARY, wanted));
        });
        return java.util.Objects.requireNonNull(fixed);
    }

    private StoredRun fix(OpenClaim claim, ReferencePeriod period, Vintage vintage, Wanted wanted) {
        long run = runs.fix(
                new NewRun(
                        period,
                        runs.latest(period).map(StoredRun::number).orElse(0) + 1,
                        wanted.configuration(),
                        configurations.templates(),
                        programVersion,
                        wanted.digest(),
                        vintage.title(),
                        claim.order().cause(),
                        claim.openedAt(),
                        LocalDateTime.now(clock)),
                wanted.basis());
        runs.explained(run, wanted.explanations());
        runs.answers(claim.id(), run, true);
        return runs.get(run);
    }

    /** Makes the run of a sealed result, figures and all, within the caller's transaction; it is printed once that is committed. */
    public StoredRun publish(long claim, ReferencePeriod period, Vintage vintage) {
        StoredRun run = fix(manifest.claim(claim), period, vintage, asOfToday(period));
        store(run);
        return runs.get(run.id());
    }

    /** Prints the sealed results that were decided and not printed, those of a process that died too. */
    void printVintages() throws IOException {
        for (StoredRun run : runs.unprintedVintages()) {
            print(run);
        }
    }

    private Wanted asOfToday(ReferencePeriod period) {
        List<BasisRow> basis = new ArrayList<>();
        List<Long> explained = new ArrayList<>();
        String digest = basis(period, basis, explained);
        return new Wanted(configurations.digest(), digest, basis, explained);
    }

    private Wanted asBefore(StoredRun run) {
        return new Wanted(run.configuration(), run.basisDigest(), runs.basis(run.id()), runs.explanations(run.id()));
    }

    private String basis(ReferencePeriod county, List<BasisRow> basis, List<Long> explained) {
        Map<SubmissionKey, List<StoredSubmission>> rounds = new TreeMap<>();
        Map<FindingName, StoredExplanation> said = new TreeMap<>();
        for (FormRules rules : configurations.today().enabledForms()) {
            for (ReferencePeriod period : Basis.periods(county, rules.form().frequency())) {
                for (StoredSubmission one : submissions.rounds(rules.form().code(), period)) {
                    rounds.computeIfAbsent(one.certainKey(), any -> new ArrayList<>())
                            .add(one);
                }
                said.putAll(explanations.newest(rules.form().code(), period));
            }
        }
        Map<Long, StoredReview> newest = reviews.newest(rounds.values().stream()
                .flatMap(List::stream)
                .map(StoredSubmission::id)
                .toList());
        List<String> parts = new ArrayList<>();
        rounds.forEach((key, all) -> {
            StoredSubmission good = null;
            StoredSubmission last = null;
            for (StoredSubmission round : all) {
                StoredReview review = newest.get(round.id());
                if (review != null) {
                    last = round;
                    good = review.counts() ? round : good;
                }
            }
            if (last == null) {
                return;
            }
            if (good != null) {
                add(basis, parts, good, newest, true, last == good ? 0 : last.roundNumber());
            }
            if (last != good) {
                add(basis, parts, last, newest, false, 0);
            }
        });
        // they change no figure, but the reports tell of them
        said.forEach((name, one) -> {
            if (rounds.containsKey(name.key())) {
                explained.add(one.id());
                parts.addAll(List.of("审核说明", name.toString(), one.text()));
            }
        });
        return Digests.of(parts);
    }

    private static void add(
            List<BasisRow> basis,
            List<String> parts,
            StoredSubmission round,
            Map<Long, StoredReview> newest,
            boolean counted,
            int returnedLater) {
        StoredReview review = java.util.Objects.requireNonNull(newest.get(round.id()));
        basis.add(new BasisRow(round.id(), review.id(), counted, returnedLater));
        parts.addAll(List.of(
                round.certainKey().toString(),
                Integer.toString(round.roundNumber()),
                round.digest(),
                review.digest(),
                Boolean.toString(counted),
                Integer.toString(returnedLater)));
    }

    private CountyResult result(StoredRun run, BasisReader.LoadedBasis loaded) {
        return CountyResult.of(definitions(run), loaded.basis());
    }

    /** Those that the run was fixed with; today's where the archive has them no more. */
    private Definitions definitions(StoredRun run) {
        return configurations.of(run.configuration()).orElseGet(configurations::today);
    }

    private void store(StoredRun run) {
        BasisReader.LoadedBasis loaded = bases.read(run);
        RunTables tables = RunTables.of(result(run, loaded), loaded);
        transaction.executeWithoutResult(
                status -> runs.store(run.id(), tables.figures(), tables.coverage(), tables.targets()));
    }

    /** Prints the claim's runs that have not been printed; a report that stands is never written again. */
    public void report(long claim) throws IOException {
        Map<StoredRun, Boolean> all = runs.ofClaim(claim);
        progress.begin("report", all.size());
        for (StoredRun run : all.keySet()) {
            if (run.state() == StoredRun.State.AGGREGATED) {
                print(run);
            }
            progress.one("report", all.size());
            stop.heed();
        }
    }

    private void print(StoredRun run) throws IOException {
        Path period = workspace.reports().resolve(run.period().toString());
        Path folder = period.resolve("第" + run.number() + "次");
        Path temporary = period.resolve(".第" + run.number() + "次" + heartbeat.mark());
        Workspace.delete(temporary);
        Files.createDirectories(temporary);
        BasisReader.LoadedBasis loaded = bases.read(run);
        CountyResult result = result(run, loaded);
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
        runs.reported(run.id(), paths, LocalDateTime.now(clock));
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

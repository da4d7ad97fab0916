package xiangbao.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.transaction.support.TransactionTemplate;
import xiangbao.jobs.store.BasisRow;
import xiangbao.jobs.store.CoverageRow;
import xiangbao.jobs.store.FigureRow;
import xiangbao.jobs.store.Findings;
import xiangbao.jobs.store.Manifest;
import xiangbao.jobs.store.NewRun;
import xiangbao.jobs.store.OpenClaim;
import xiangbao.jobs.store.Reviews;
import xiangbao.jobs.store.Runs;
import xiangbao.jobs.store.StoredReview;
import xiangbao.jobs.store.StoredRun;
import xiangbao.jobs.store.StoredSubmission;
import xiangbao.jobs.store.Submissions;
import xiangbao.jobs.store.TargetRow;
import xiangbao.reports.CountyReports;
import xiangbao.reports.Source;
import xiangbao.statistics.aggregate.Basis;
import xiangbao.statistics.aggregate.Contribution;
import xiangbao.statistics.aggregate.Counted;
import xiangbao.statistics.aggregate.Coverage;
import xiangbao.statistics.aggregate.Figure;
import xiangbao.statistics.aggregate.FormSummary;
import xiangbao.statistics.audit.FormRules;
import xiangbao.statistics.definitions.CountyResult;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.model.Finding;
import xiangbao.statistics.model.Frequency;
import xiangbao.statistics.model.IndicatorCode;
import xiangbao.statistics.model.Observation;
import xiangbao.statistics.model.ReferencePeriod;
import xiangbao.statistics.model.ReportingUnit;
import xiangbao.statistics.model.Severity;
import xiangbao.statistics.model.Submission;
import xiangbao.statistics.model.SubmissionKey;
import xiangbao.statistics.model.UnitCode;
import xiangbao.statistics.plan.Progress;

/** Makes the runs of county periods: fixes the basis, rolls it up, prints it. After the basis is fixed nothing but the basis is read. */
final class RunDesk {
    private static final String PRELIMINARY = "初步数";

    private final Workspace workspace;
    private final Definitions definitions;
    private final String programVersion;
    private final String templates;
    private final Clock clock;
    private final Manifest manifest;
    private final Submissions submissions;
    private final Findings findings;
    private final Reviews reviews;
    private final Runs runs;
    private final CountyReports reports;
    private final TransactionTemplate transaction;
    private final ProgressBoard progress;

    RunDesk(
            Workspace workspace,
            Definitions definitions,
            String programVersion,
            String templates,
            Clock clock,
            Manifest manifest,
            Submissions submissions,
            Findings findings,
            Reviews reviews,
            Runs runs,
            CountyReports reports,
            TransactionTemplate transaction,
            ProgressBoard progress) {
        this.workspace = workspace;
        this.definitions = definitions;
        this.programVersion = programVersion;
        this.templates = templates;
        this.clock = clock;
        this.manifest = manifest;
        this.submissions = submissions;
        this.findings = findings;
        this.reviews = reviews;
        this.runs = runs;
        this.reports = reports;
        this.transaction = transaction;
        this.progress = progress;
    }

    void aggregate(long claim) {
        OpenClaim order = manifest.claim(claim);
        Set<ReferencePeriod> periods = periods(order);
        progress.begin("aggregate", periods.size());
        for (ReferencePeriod period : periods) {
            StoredRun run = fix(order, period);
            if (run.state() == StoredRun.State.FIXED) {
                store(run);
            }
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
        for (StoredSubmission one : submissions.ofClaim(claim.id())) {
            ReferencePeriod period = one.period();
            if (period != null && one.unit() != null && !period.firstDay().isAfter(today)) {
                periods.add(countyPeriod(period));
            }
        }
        return periods;
    }

    /** The quarter that ends with the period, or the month where no quarter does. */
    static ReferencePeriod countyPeriod(ReferencePeriod period) {
        int month = period.lastDay().getMonthValue();
        return month % 3 == 0
                ? new ReferencePeriod(period.year(), Frequency.QUARTER, month / 3)
                : new ReferencePeriod(period.year(), Frequency.MONTH, month);
    }

    /** The run that answers a period: the latest one if nothing has changed since, otherwise a new one with its basis. */
    private StoredRun fix(OpenClaim claim, ReferencePeriod period) {
        StoredRun fixed = transaction.execute(status -> {
            List<BasisRow> basis = new ArrayList<>();
            String digest = basis(period, basis);
            Optional<StoredRun> latest = runs.latest(period);
            boolean same = latest.isPresent()
                    && latest.get().basisDigest().equals(digest)
                    && latest.get().configuration().equals(definitions.digest())
                    && latest.get().templates().equals(templates)
                    && latest.get().programVersion().equals(programVersion)
                    && latest.get().vintage().equals(PRELIMINARY);
            if (same) {
                runs.answers(claim.id(), latest.get().id(), false);
                return latest.get();
            }
            int number = latest.map(StoredRun::number).orElse(0) + 1;
            long run = runs.fix(
                    new NewRun(
                            period,
                            number,
                            definitions.digest(),
                            templates,
                            programVersion,
                            digest,
                            PRELIMINARY,
                            claim.order().cause(),
                            claim.openedAt(),
                            LocalDateTime.now(clock)),
                    basis);
            runs.answers(claim.id(), run, true);
            return runs.latest(period).orElseThrow();
        });
        return java.util.Objects.requireNonNull(fixed);
    }

    private String basis(ReferencePeriod county, List<BasisRow> basis) {
        Map<SubmissionKey, List<StoredSubmission>> rounds = new TreeMap<>();
        for (FormRules rules : definitions.enabledForms()) {
            for (ReferencePeriod period : Basis.periods(county, rules.form().frequency())) {
                for (StoredSubmission one : submissions.rounds(rules.form().code(), period)) {
                    rounds.computeIfAbsent(one.certainKey(), any -> new ArrayList<>())
                            .add(one);
                }
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

    private record Loaded(CountyResult result, Map<SubmissionKey, Long> counted, List<Source> sources) {}

    /** Everything that a run's basis says; a pure function of it. */
    private Loaded load(StoredRun run) {
        List<BasisRow> rows = runs.basis(run.id());
        List<Long> ids = rows.stream().map(BasisRow::submission).toList();
        List<Long> countedIds = rows.stream()
                .filter(BasisRow::counted)
                .map(BasisRow::submission)
                .toList();
        Map<Long, List<Observation>> figures = submissions.observations(countedIds);
        Map<Long, List<Finding>> said = findings.of(
                Findings.Owner.REVIEW, rows.stream().map(BasisRow::review).toList());
        Map<Long, StoredReview> outcomes =
                reviews.byId(rows.stream().map(BasisRow::review).toList());
        Map<Long, StoredSubmission> stored = new HashMap<>();
        submissions.all(ids).forEach(one -> stored.put(one.id(), one));
        List<Counted> counted = new ArrayList<>();
        Map<SubmissionKey, Long> idByKey = new HashMap<>();
        Set<SubmissionKey> returned = new TreeSet<>();
        Map<SubmissionKey, List<Source>> sources = new TreeMap<>();
        Map<Long, String> received = new HashMap<>();
        for (BasisRow row : rows) {
            StoredSubmission one = java.util.Objects.requireNonNull(stored.get(row.submission()));
            StoredReview review = java.util.Objects.requireNonNull(outcomes.get(row.review()));
            SubmissionKey key = one.certainKey();
            if (row.counted()) {
                counted.add(new Counted(
                        new Submission(
                                key,
                                one.roundNumber(),
                                one.path(),
                                one.sha256(),
                                one.sheet(),
                                figures.getOrDefault(one.id(), List.of())),
                        review.outcome(),
                        row.returnedLater(),
                        said.getOrDefault(review.id(), List.of()).stream()
                                .filter(finding -> finding.severity() != Severity.MANDATORY)
                                .toList()));
                idByKey.put(key, one.id());
            } else {
                returned.add(key);
            }
            String when = received.computeIfAbsent(
                    one.file(),
                    file -> manifest.claim(manifest.file(file).claim())
                            .openedAt()
                            .format(ReturnDesk.RECEIVED));
            sources.computeIfAbsent(key, any -> new ArrayList<>())
                    .add(new Source(
                            key, one.roundNumber(), review.outcome(), one.path(), one.sheet(), one.sha256(), when));
        }
        returned.removeAll(idByKey.keySet());
        CountyResult result = CountyResult.of(definitions, new Basis(run.period(), counted, returned));
        return new Loaded(
                result, idByKey, sources.values().stream().flatMap(List::stream).toList());
    }

    private void store(StoredRun run) {
        Loaded loaded = load(run);
        CountyResult result = loaded.result();
        Set<IndicatorCode> derived = new TreeSet<>();
        definitions
                .enabledForms()
                .forEach(rules -> rules.derived()
                        .forEach(one -> derived.add(one.indicator().code())));
        UnitCode county = definitions.units().county().code();
        Ordinals ordinals = new Ordinals(loaded.counted());
        List<FigureRow> figures = new ArrayList<>();
        for (Figure figure : result.rollUp().figures()) {
            Coverage coverage = figure.coverage();
            List<FigureRow.ContributionRow> parts = new ArrayList<>();
            if (figure.unit().equals(county)) {
                for (Contribution one : figure.contributions()) {
                    ordinals.of(one).ifPresent(parts::add);
                }
            }
            java.math.BigDecimal value =
                    derived.contains(figure.indicator().code()) ? figure.rounded() : figure.value();
            figures.add(new FigureRow(
                    figures.size(),
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
                    parts));
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
                    one.returned().size(),
                    names(one.missing())));
        }
        List<TargetRow> targets = new ArrayList<>();
        for (Progress one : result.progress()) {
            targets.add(target(one));
        }
        transaction.executeWithoutResult(status -> runs.store(run.id(), figures, coverage, targets));
    }

    private static TargetRow target(Progress one) {
        java.math.BigDecimal actual = one.actual();
        java.math.BigDecimal goal = one.goal();
        return new TargetRow(
                one.target().code(),
                one.target().title(),
                one.target().section(),
                actual == null ? null : actual.toPlainString(),
                goal == null ? null : plain(goal),
                one.target().comparison().sign(),
                one.target().unit(),
                one.status().title(),
                one.light().title(),
                one.status().isOff(),
                names(one.below()),
                one.target().responsible(),
                one.coverage().fraction());
    }

    private static List<String> names(List<ReportingUnit> units) {
        return units.stream().map(ReportingUnit::name).toList();
    }

    static String plain(java.math.BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Finds the stored observations that a figure names. */
    private final class Ordinals {
        private final Map<SubmissionKey, Long> ids;
        private final Map<SubmissionKey, Map<Observation, Integer>> known = new HashMap<>();

        Ordinals(Map<SubmissionKey, Long> ids) {
            this.ids = ids;
        }

        Optional<FigureRow.ContributionRow> of(Contribution one) {
            Long id = ids.get(one.key());
            if (id == null) {
                return Optional.empty();
            }
            Integer ordinal = known.computeIfAbsent(one.key(), key -> {
                        Map<Observation, Integer> ordinals = new LinkedHashMap<>();
                        submissions
                                .observations(id)
                                .forEach(observation -> ordinals.putIfAbsent(observation, ordinals.size()));
                        return ordinals;
                    })
                    .get(one.observation());
            return ordinal == null ? Optional.empty() : Optional.of(new FigureRow.ContributionRow(id, ordinal));
        }
    }

    /** Prints the claim's runs that have not been printed; a report that stands is never written again. */
    void report(long claim) throws IOException {
        Map<StoredRun, Boolean> all = runs.ofClaim(claim);
        progress.begin("report", all.size());
        for (StoredRun run : all.keySet()) {
            if (run.state() == StoredRun.State.AGGREGATED) {
                print(run);
            }
            progress.one("report", all.size());
        }
    }

    private void print(StoredRun run) throws IOException {
        Path period = workspace.reports().resolve(run.period().toString());
        Path folder = period.resolve("第" + run.number() + "次");
        Path temporary = period.resolve(".第" + run.number() + "次");
        Workspace.delete(temporary);
        Files.createDirectories(temporary);
        Loaded loaded = load(run);
        CountyResult result = loaded.result();
        List<String> paths = new ArrayList<>();
        for (Path one : reports.write(
                new xiangbao.reports.CountyResult(
                        definitions, run.period(), result.summaries(), result.progress(), loaded.sources()),
                temporary)) {
            Workspace.force(one);
            paths.add(workspace.relative(folder) + "/" + Workspace.relative(temporary, one));
        }
        // left behind by a process that died between the renaming and the note of it
        Workspace.delete(folder);
        Workspace.move(temporary, folder);
        Workspace.forceFolder(period);
        runs.reported(run.id(), paths, LocalDateTime.now(clock));
    }
}

package xiangbao.jobs.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.operations.OperatorLog;
import xiangbao.jobs.store.submissions.Findings;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.jobs.workspace.OfficeSettings;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.jobs.workspace.Workspace;
import xiangbao.readers.config.bands.BandsText;
import xiangbao.statistics.bands.Band;
import xiangbao.statistics.bands.BandLearner;
import xiangbao.statistics.bands.Bands;
import xiangbao.statistics.bands.PastReport;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.ReportingUnit;

/** Learns what is usual from the last good rounds, and keeps it in the configuration: never silently, only when somebody asks. */
public final class BandLearning {
    private final Definitions definitions;
    private final Path file;
    private final Submissions submissions;
    private final Reviews reviews;
    private final Findings findings;
    private final OperatorLog log;

    BandLearning(
            Definitions definitions,
            OfficeSettings settings,
            Submissions submissions,
            Reviews reviews,
            Findings findings,
            OperatorLog log) {
        this.definitions = definitions;
        this.file = settings.config().resolve(BandsText.NAME);
        this.submissions = submissions;
        this.reviews = reviews;
        this.findings = findings;
        this.log = log;
    }

    /**
     * Learns from stored periods what is usual of each figure; changes nothing but the file of the bands, and that only where it is asked to.
     *
     * @throws OrderMistakeException when the last period lies before the first
     */
    public BandsAnswer learn(BandsOrder order, Cause cause) {
        if (order.to().lastDay().isBefore(order.from().firstDay())) {
            throw new OrderMistakeException("--to（" + order.to() + "）在 --from（" + order.from() + "）之前。");
        }
        return order.write()
                ? log.keep(order.action(cause), line -> learned(order), BandsAnswer::end)
                : log.alone(() -> learned(order));
    }

    private BandsAnswer learned(BandsOrder order) {
        Set<ReferencePeriod> periods = new TreeSet<>();
        submissions.periods().stream().filter(order::holds).forEach(periods::add);
        List<BandsAnswer.FormLearned> forms = new ArrayList<>();
        for (FormRules rules : definitions.enabledForms()) {
            forms.add(learn(rules, periods));
        }
        List<Band> learned =
                forms.stream().flatMap(form -> form.bands().stream()).toList();
        List<BandChange> changes = BandChange.between(definitions.bands().all(), learned);
        // where nothing was learned, what is known is kept
        boolean written = order.write() && !learned.isEmpty() && !changes.isEmpty();
        if (written) {
            write(BandsText.of(new Bands(learned), definitions.forms(), definitions.units()));
        }
        return new BandsAnswer(order, file, written, forms, changes);
    }

    /** What nobody has explained yet is not usual. */
    private static List<Observation> undoubted(List<Observation> figures, List<Finding> said) {
        Set<CellReference> doubted = new HashSet<>();
        said.stream()
                .filter(Finding::isOpen)
                .forEach(finding -> doubted.addAll(finding.place().cells()));
        return figures.stream().filter(one -> !doubted.contains(one.cell())).toList();
    }

    private void write(String text) {
        try {
            Workspace.put(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private BandsAnswer.FormLearned learn(FormRules rules, Set<ReferencePeriod> periods) {
        List<PastReport> reports = new ArrayList<>();
        Set<ReferencePeriod> met = new TreeSet<>();
        for (ReferencePeriod period : periods) {
            if (period.frequency() == rules.form().frequency()) {
                for (PastReport report : counted(rules, period)) {
                    reports.add(report);
                    met.add(period);
                }
            }
        }
        return new BandsAnswer.FormLearned(
                rules.form().code(),
                rules.form().title(),
                met.size(),
                reports.size(),
                BandLearner.learn(rules.form(), rules.screens(), reports));
    }

    /** The last round of each unit that counts. */
    private List<PastReport> counted(FormRules rules, ReferencePeriod period) {
        List<StoredSubmission> rounds = submissions.rounds(rules.form().code(), period);
        Map<Long, StoredReview> newest =
                reviews.newest(rounds.stream().map(StoredSubmission::id).toList());
        Map<SubmissionKey, StoredSubmission> good = new HashMap<>();
        for (StoredSubmission round : rounds) {
            StoredReview review = newest.get(round.id());
            if (review != null && review.counts()) {
                good.put(round.certainKey(), round);
            }
        }
        Map<Long, List<Observation>> figures = submissions.observations(
                good.values().stream().map(StoredSubmission::id).toList());
        Map<Long, List<Finding>> said = findings.of(
                Findings.Owner.REVIEW,
                good.values().stream()
                        .map(round ->
                                Objects.requireNonNull(newest.get(round.id())).id())
                        .toList());
        List<PastReport> reports = new ArrayList<>();
        for (ReportingUnit unit : definitions.units().all()) {
            StoredSubmission round = good.get(new SubmissionKey(rules.form().code(), unit.code(), period));
            if (round != null) {
                List<Finding> about = said.getOrDefault(
                        Objects.requireNonNull(newest.get(round.id())).id(), List.of());
                reports.add(
                        new PastReport(unit, period, undoubted(figures.getOrDefault(round.id(), List.of()), about)));
            }
        }
        return reports;
    }
}

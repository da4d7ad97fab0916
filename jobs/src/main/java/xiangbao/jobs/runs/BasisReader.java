package xiangbao.jobs.runs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import xiangbao.jobs.store.runs.BasisRow;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.store.submissions.Findings;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.reports.county.Source;
import xiangbao.statistics.aggregate.Basis;
import xiangbao.statistics.aggregate.Counted;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.Submission;
import xiangbao.statistics.submissions.SubmissionKey;

/** Reads the basis of a run back: nothing but what the run fixed. */
public final class BasisReader {
    private final Submissions submissions;
    private final Findings findings;
    private final Reviews reviews;
    private final Runs runs;

    /**
     * @param entries what the run fixed about each key
     * @param sources of the reports, in key order
     */
    public record LoadedBasis(Basis basis, Map<SubmissionKey, Entry> entries, List<Source> sources) {}

    /**
     * How a key stands in a basis.
     *
     * @param counted the round that counts, or null
     * @param countedReview what was said about it
     * @param returnedLater number of a later round that was returned or waits before it counts, otherwise 0
     * @param returned the newest round, when it was returned or waits before it counts
     */
    public record Entry(
            @org.jspecify.annotations.Nullable StoredSubmission counted,
            @org.jspecify.annotations.Nullable StoredReview countedReview,
            int returnedLater,
            @org.jspecify.annotations.Nullable StoredSubmission returned,
            @org.jspecify.annotations.Nullable StoredReview returnedReview) {
        private static final Entry NOTHING = new Entry(null, null, 0, null, null);

        private Entry with(BasisRow row, StoredSubmission submission, StoredReview review) {
            return row.counted()
                    ? new Entry(submission, review, row.returnedLater(), returned, returnedReview)
                    : new Entry(counted, countedReview, returnedLater, submission, review);
        }
    }

    BasisReader(Submissions submissions, Findings findings, Reviews reviews, Runs runs) {
        this.submissions = submissions;
        this.findings = findings;
        this.reviews = reviews;
        this.runs = runs;
    }

    public LoadedBasis read(StoredRun run) {
        List<BasisRow> rows = runs.basis(run.id());
        List<Long> countedIds = rows.stream()
                .filter(BasisRow::counted)
                .map(BasisRow::submission)
                .toList();
        Map<Long, List<Observation>> figures = submissions.observations(countedIds);
        List<Long> reviewIds = rows.stream().map(BasisRow::review).toList();
        Map<Long, List<Finding>> said = findings.of(Findings.Owner.REVIEW, reviewIds);
        Map<Long, StoredReview> outcomes = reviews.byId(reviewIds);
        Map<Long, StoredSubmission> stored = new HashMap<>();
        submissions.all(rows.stream().map(BasisRow::submission).toList()).forEach(one -> stored.put(one.id(), one));
        Set<SubmissionKey> withheld = new TreeSet<>();
        for (BasisRow row : rows) {
            if (!row.counted()
                    && Objects.requireNonNull(outcomes.get(row.review())).withheld()) {
                withheld.add(
                        Objects.requireNonNull(stored.get(row.submission())).certainKey());
            }
        }
        List<Counted> counted = new ArrayList<>();
        Map<SubmissionKey, Entry> entries = new TreeMap<>();
        Map<SubmissionKey, List<Source>> sources = new TreeMap<>();
        for (BasisRow row : rows) {
            StoredSubmission one = Objects.requireNonNull(stored.get(row.submission()));
            StoredReview review = Objects.requireNonNull(outcomes.get(row.review()));
            SubmissionKey key = one.certainKey();
            entries.put(key, entries.getOrDefault(key, Entry.NOTHING).with(row, one, review));
            if (row.counted()) {
                counted.add(new Counted(
                        new Submission(
                                key,
                                one.roundNumber(),
                                one.filing(),
                                one.path(),
                                one.sha256(),
                                one.sheet(),
                                figures.getOrDefault(one.id(), List.of())),
                        review.outcome(),
                        row.returnedLater(),
                        withheld.contains(key),
                        said.getOrDefault(review.id(), List.of()).stream()
                                .filter(finding -> finding.severity() != Severity.MANDATORY)
                                .toList()));
            }
            sources.computeIfAbsent(key, any -> new ArrayList<>())
                    .add(new Source(
                            key,
                            one.roundNumber(),
                            review.outcome(),
                            one.path(),
                            one.sheet(),
                            one.sha256(),
                            one.received()));
        }
        Set<SubmissionKey> returned = new TreeSet<>();
        entries.forEach((key, entry) -> {
            if (entry.counted() == null && !withheld.contains(key)) {
                returned.add(key);
            }
        });
        withheld.removeIf(key -> {
            Entry entry = entries.get(key);
            return entry == null || entry.counted() != null;
        });
        return new LoadedBasis(
                new Basis(run.period(), counted, returned, withheld),
                entries,
                sources.values().stream().flatMap(List::stream).toList());
    }
}

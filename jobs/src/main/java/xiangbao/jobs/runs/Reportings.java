package xiangbao.jobs.runs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.review.DecidedDoubts;
import xiangbao.jobs.review.Dialogues;
import xiangbao.jobs.review.StandingReviews;
import xiangbao.jobs.review.WaivedRelations;
import xiangbao.jobs.store.decisions.Explanations;
import xiangbao.jobs.store.decisions.FindingName;
import xiangbao.jobs.store.decisions.StoredDecision;
import xiangbao.jobs.store.decisions.StoredExplanation;
import xiangbao.jobs.store.runs.BasisRow;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.store.submissions.Findings;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.jobs.workspace.Digests;
import xiangbao.reports.county.Reporting;
import xiangbao.statistics.aggregate.Counted;
import xiangbao.statistics.confrontation.RelationVerdict;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.Filing;
import xiangbao.statistics.submissions.Submission;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.ReportingUnit;

/** 报送情况 as of a run: who owed what, and each round until its basis was fixed. What came afterwards is not looked at. */
final class Reportings {
    private final Submissions submissions;
    private final Findings findings;
    private final Reviews reviews;
    private final Runs runs;
    private final Explanations explanations;
    private final DecidedDoubts decided;
    private final WaivedRelations waived;

    Reportings(
            Submissions submissions,
            Findings findings,
            Reviews reviews,
            Runs runs,
            Explanations explanations,
            DecidedDoubts decided,
            WaivedRelations waived) {
        this.submissions = submissions;
        this.findings = findings;
        this.reviews = reviews;
        this.runs = runs;
        this.explanations = explanations;
        this.decided = decided;
        this.waived = waived;
    }

    /** @param counted the rounds that are in the figures of the run, with what they say */
    public List<Reporting> of(Definitions definitions, StoredRun run, List<Counted> counted) {
        Map<SubmissionKey, Filing> filings = counted.stream()
                .map(Counted::submission)
                .collect(Collectors.toMap(Submission::key, Reportings::filing));
        Rounds rounds = rounds(definitions, run, filings);
        List<Reporting> all = new ArrayList<>();
        for (FormRules rules : definitions.enabledForms()) {
            Form form = rules.form();
            ReferencePeriod period = run.period().latestEnded(form.frequency());
            LocalDate due = definitions.dueDay(rules, period);
            for (ReportingUnit unit : definitions.owing(rules, period)) {
                SubmissionKey key = new SubmissionKey(form.code(), unit.code(), period);
                all.add(new Reporting(unit, form, period, due, rounds.of(key)));
            }
        }
        return all;
    }

    /** As declared, or 零报告 for zeros throughout. */
    private static Filing filing(Submission submission) {
        boolean nothing = submission.observations().stream()
                .noneMatch(one -> !one.line().isEmpty()
                        || one.status().hasValue()
                                && (one.number() == null || one.number().signum() != 0));
        return nothing && submission.filing() == Filing.FIGURES ? Filing.ZERO : submission.filing();
    }

    /** What the run knew of each key. */
    private Rounds rounds(Definitions definitions, StoredRun run, Map<SubmissionKey, Filing> filings) {
        Map<Long, BasisRow> rows = new HashMap<>();
        long lastReview = 0;
        for (BasisRow row : runs.basis(run.id())) {
            rows.put(row.submission(), row);
            lastReview = Math.max(lastReview, row.review());
        }
        Map<SubmissionKey, List<StoredSubmission>> known = new TreeMap<>();
        for (FormRules rules : definitions.enabledForms()) {
            FormCode form = rules.form().code();
            ReferencePeriod period = run.period().latestEnded(rules.form().frequency());
            submissions
                    .rounds(form, period)
                    .forEach(one -> known.computeIfAbsent(one.certainKey(), any -> new ArrayList<>())
                            .add(one));
        }
        // what came after the newest round that the run knew
        known.values().forEach(all -> {
            int last = all.stream()
                    .filter(one -> rows.containsKey(one.id()))
                    .mapToInt(StoredSubmission::roundNumber)
                    .max()
                    .orElse(0);
            all.removeIf(one -> one.roundNumber() > last);
        });
        List<Long> ids = known.values().stream()
                .flatMap(Collection::stream)
                .map(StoredSubmission::id)
                .toList();
        Map<Long, StoredReview> verdicts = verdicts(ids, rows, lastReview);
        return new Rounds(
                known,
                verdicts,
                rows,
                filings,
                findings.of(
                        Findings.Owner.REVIEW,
                        verdicts.values().stream().map(StoredReview::id).toList()),
                explanations(run),
                new Dialogues(
                        definitions,
                        decided,
                        explanations,
                        new StandingReviews(submissions, reviews, findings),
                        run.fixedAt()));
    }

    /** What held when the run was fixed. */
    private Map<FindingName, StoredExplanation> explanations(StoredRun run) {
        Map<FindingName, StoredExplanation> held = new TreeMap<>();
        for (StoredExplanation one : explanations.byId(runs.explanations(run.id()))) {
            FindingName name = one.about();
            if (name != null) {
                held.put(name, one);
            }
        }
        return held;
    }

    private Map<Long, StoredReview> verdicts(List<Long> ids, Map<Long, BasisRow> rows, long lastReview) {
        Map<Long, StoredReview> verdicts = new HashMap<>();
        reviews.history(ids).forEach((submission, said) -> {
            BasisRow row = rows.get(submission);
            long until = row == null ? lastReview : row.review();
            said.stream()
                    .filter(review -> review.id() <= until)
                    .reduce((earlier, later) -> later)
                    .ifPresent(review -> verdicts.put(submission, review));
        });
        return verdicts;
    }

    private final class Rounds {
        private final Map<SubmissionKey, List<StoredSubmission>> known;
        private final Map<Long, StoredReview> verdicts;
        private final Map<Long, BasisRow> rows;
        private final Map<SubmissionKey, Filing> filings;
        private final Map<Long, List<Finding>> said;
        private final Map<FindingName, StoredExplanation> explanations;
        private final Dialogues dialogues;

        Rounds(
                Map<SubmissionKey, List<StoredSubmission>> known,
                Map<Long, StoredReview> verdicts,
                Map<Long, BasisRow> rows,
                Map<SubmissionKey, Filing> filings,
                Map<Long, List<Finding>> said,
                Map<FindingName, StoredExplanation> explanations,
                Dialogues dialogues) {
            this.known = known;
            this.verdicts = verdicts;
            this.rows = rows;
            this.filings = filings;
            this.said = said;
            this.explanations = explanations;
            this.dialogues = dialogues;
        }

        public List<Reporting.Round> of(SubmissionKey key) {
            List<Reporting.Round> rounds = new ArrayList<>();
            for (StoredSubmission one : known.getOrDefault(key, List.of())) {
                StoredReview verdict = verdicts.get(one.id());
                if (verdict == null) {
                    continue;
                }
                BasisRow row = rows.get(one.id());
                boolean counts = row != null && row.counted();
                rounds.add(new Reporting.Round(
                        one.roundNumber(),
                        verdict.outcome(),
                        one.received(),
                        one.path(),
                        one.sheet(),
                        one.sha256(),
                        counts,
                        counts ? filings.getOrDefault(key, Filing.FIGURES) : Filing.FIGURES,
                        said.getOrDefault(verdict.id(), List.of()),
                        explained(key, one, verdict)));
            }
            return rounds;
        }

        /** What was said about the doubts of a round, and what was decided, about relations too. */
        private Map<String, Reporting.Explained> explained(
                SubmissionKey key, StoredSubmission round, StoredReview verdict) {
            Map<String, Reporting.Explained> all = new TreeMap<>();
            for (Finding finding : said.getOrDefault(verdict.id(), List.of())) {
                if (finding.waived()) {
                    waived.of(key, finding.code(), verdict.claim())
                            .ifPresent(one -> all.put(
                                    finding.id(key),
                                    new Reporting.Explained(
                                            "", null, Cause.person(one.actor()), one.at(), one.reason())));
                    continue;
                }
                StoredExplanation text = explanations.get(FindingName.of(key, finding));
                if (text != null || finding.severity() == Severity.QUERY) {
                    Reporting.Explained told = explained(key, round, verdict, finding, text);
                    if (!told.isNothing()) {
                        all.put(finding.id(key), told);
                    }
                }
            }
            return all;
        }

        private Reporting.Explained explained(
                SubmissionKey key,
                StoredSubmission round,
                StoredReview verdict,
                Finding finding,
                @Nullable StoredExplanation text) {
            FindingName name = FindingName.of(key, finding);
            StoredDecision passed = finding.explained() && !finding.remembered()
                    ? dialogues
                            .decisions(key.unit())
                            .acceptance(name, Digests.said(finding, relations(verdict), round.digest()))
                            .orElse(null)
                    : null;
            return new Reporting.Explained(
                    text == null ? "" : text.text(),
                    text == null ? null : text.received(),
                    passed == null ? "" : Cause.person(passed.actor()),
                    passed == null ? null : passed.at(),
                    passed == null ? "" : passed.text(),
                    dialogues.about(name, finding, text == null ? 0 : text.id(), verdict.claim()));
        }

        private List<RelationVerdict> relations(StoredReview verdict) {
            return reviews.verdicts(List.of(verdict.id())).getOrDefault(verdict.id(), List.of());
        }
    }
}

package xiangbao.jobs.doubts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.review.DecidedDoubts;
import xiangbao.jobs.review.Replies;
import xiangbao.jobs.review.RerunScope;
import xiangbao.jobs.store.decisions.Explanations;
import xiangbao.jobs.store.decisions.FindingName;
import xiangbao.jobs.store.decisions.StoredExplanation;
import xiangbao.jobs.store.submissions.Findings;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.jobs.workspace.Digests;
import xiangbao.statistics.confrontation.RelationVerdict;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.definitions.ExplanationRules.Shortcoming;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;

/** The 核实性 findings of a county period: of the rounds that count, and of newer ones that were returned. */
final class Doubts {
    private final Definitions definitions;
    private final Submissions submissions;
    private final Findings findings;
    private final Reviews reviews;
    private final Explanations explanations;
    private final DecidedDoubts decided;

    Doubts(
            Definitions definitions,
            Submissions submissions,
            Findings findings,
            Reviews reviews,
            Explanations explanations,
            DecidedDoubts decided) {
        this.definitions = definitions;
        this.submissions = submissions;
        this.findings = findings;
        this.reviews = reviews;
        this.explanations = explanations;
        this.decided = decided;
    }

    /**
     * A finding of one round.
     *
     * @param said digest of what it says
     * @param byRelation whether a relation or a screen has it, and not the reader
     * @param shortcoming why the explanation explains nothing; null where it does, or where there is none
     * @param asked whether a question was asked since
     */
    record Doubt(
            FindingName name,
            Finding finding,
            StoredSubmission round,
            boolean counted,
            String said,
            boolean byRelation,
            @Nullable StoredExplanation explanation,
            @Nullable Shortcoming shortcoming,
            boolean asked) {
        SubmissionKey key() {
            return name.key();
        }

        /** Whether something was said that explains it. */
        boolean isExplained() {
            return explanation != null && shortcoming == null && !asked;
        }

        /** Whether another says the same, whatever has become of it. */
        boolean isSame(Doubt other) {
            return name.equals(other.name()) && said.equals(other.said());
        }
    }

    /** All of a county period, by key: of the forms' periods that end within it, and of those that its runs look at. */
    List<Doubt> of(ReferencePeriod county, Optional<FormCode> form, Optional<UnitCode> unit) {
        List<Doubt> found = new ArrayList<>();
        for (FormRules rules : definitions.enabledForms()) {
            FormCode code = rules.form().code();
            if (form.isPresent() && !form.get().equals(code)) {
                continue;
            }
            Set<ReferencePeriod> periods =
                    new TreeSet<>(RerunScope.endingWithin(county, rules.form().frequency()));
            periods.add(county.latestEnded(rules.form().frequency()));
            for (ReferencePeriod period : periods) {
                Map<SubmissionKey, List<StoredSubmission>> rounds = new TreeMap<>();
                for (StoredSubmission one : submissions.rounds(code, period)) {
                    if (unit.isEmpty() || one.certainKey().unit().equals(unit.get())) {
                        rounds.computeIfAbsent(one.certainKey(), any -> new ArrayList<>())
                                .add(one);
                    }
                }
                found.addAll(of(rounds, new Replies(definitions, decided, explanations.newest(code, period))));
            }
        }
        return found;
    }

    private List<Doubt> of(Map<SubmissionKey, List<StoredSubmission>> rounds, Replies replies) {
        Map<Long, StoredReview> newest = reviews.newest(rounds.values().stream()
                .flatMap(List::stream)
                .map(StoredSubmission::id)
                .toList());
        Map<StoredSubmission, StoredReview> looked = new LinkedHashMap<>();
        Set<Long> counting = new TreeSet<>();
        for (List<StoredSubmission> all : rounds.values()) {
            StoredSubmission good = null;
            StoredSubmission last = null;
            for (StoredSubmission one : all) {
                StoredReview review = newest.get(one.id());
                if (review != null) {
                    last = one;
                    good = review.counts() ? one : good;
                }
            }
            // the newest one first: where both say the same, it stands for both
            for (StoredSubmission one : new StoredSubmission[] {last, good}) {
                StoredReview review = one == null ? null : newest.get(one.id());
                if (one != null && review != null) {
                    looked.put(one, review);
                }
            }
            if (good != null) {
                counting.add(good.id());
            }
        }
        List<Long> ids = looked.values().stream().map(StoredReview::id).toList();
        Map<Long, List<Finding>> said = findings.of(Findings.Owner.REVIEW, ids);
        Set<Long> doubtful = ids.stream()
                .filter(id -> said.getOrDefault(id, List.of()).stream().anyMatch(Doubts::isDoubt))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<Long, List<RelationVerdict>> verdicts = reviews.verdicts(doubtful);
        Map<String, Doubt> found = new LinkedHashMap<>();
        looked.forEach((round, review) -> {
            for (Finding finding : said.getOrDefault(review.id(), List.of())) {
                if (isDoubt(finding)) {
                    Doubt doubt = doubt(
                            round,
                            counting.contains(round.id()),
                            finding,
                            verdicts.getOrDefault(review.id(), List.of()),
                            replies);
                    found.putIfAbsent(doubt.name() + "\n" + doubt.said(), doubt);
                }
            }
        });
        return new ArrayList<>(found.values());
    }

    private static boolean isDoubt(Finding finding) {
        return finding.severity() == Severity.QUERY && !finding.folds();
    }

    private Doubt doubt(
            StoredSubmission round, boolean counted, Finding finding, List<RelationVerdict> verdicts, Replies replies) {
        SubmissionKey key = round.certainKey();
        FindingName name = FindingName.of(key, finding);
        return new Doubt(
                name,
                finding,
                round,
                counted,
                Digests.said(finding, verdicts, round.digest()),
                verdicts.stream().anyMatch(verdict -> verdict.relation().equals(finding.code())),
                replies.said(name).orElse(null),
                replies.to(name, finding).orElse(null),
                replies.isAskedBack(name));
    }
}

package xiangbao.jobs.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.transaction.support.TransactionTemplate;
import xiangbao.jobs.store.decisions.Explanations;
import xiangbao.jobs.store.decisions.FindingName;
import xiangbao.jobs.store.decisions.StoredExplanation;
import xiangbao.jobs.store.submissions.Findings;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.definitions.ExplanationRules.Shortcoming;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.workbooks.Explanation;
import xiangbao.statistics.workbooks.ReturnMarks;

/**
 * Files explanations under the findings that they are about: by the id in the hidden column; where a spreadsheet program lost that, by code and place among
 * what was said about the forms in the same file. A unit explains its own findings only.
 */
final class ExplanationFiling {
    private final Definitions definitions;
    private final Submissions submissions;
    private final Findings findings;
    private final Reviews reviews;
    private final StandingReviews standing;
    private final Explanations explanations;
    private final DecidedDoubts decided;
    private final TransactionTemplate transaction;

    ExplanationFiling(
            Definitions definitions,
            Submissions submissions,
            Findings findings,
            Reviews reviews,
            Explanations explanations,
            DecidedDoubts decided,
            TransactionTemplate transaction) {
        this.definitions = definitions;
        this.submissions = submissions;
        this.findings = findings;
        this.reviews = reviews;
        this.standing = new StandingReviews(submissions, reviews, findings);
        this.explanations = explanations;
        this.decided = decided;
        this.transaction = transaction;
    }

    /** Files what a claim brought, once its forms are reviewed. What is filed stays where it is. */
    public void file(long claim) {
        List<StoredExplanation> brought = explanations.ofClaim(claim).stream()
                .filter(one -> one.about() == null)
                .toList();
        if (brought.isEmpty()) {
            return;
        }
        Map<Long, Set<SubmissionKey>> keys = new TreeMap<>();
        transaction.executeWithoutResult(status -> {
            Map<Long, FindingName> filed = new TreeMap<>();
            for (StoredExplanation one : brought) {
                about(one, keys.computeIfAbsent(one.file(), this::keys)).ifPresent(name -> {
                    explanations.file(one.id(), name);
                    filed.put(one.id(), name);
                });
            }
            reply(brought, filed);
        });
    }

    /** Notes with the files what is wanting in their explanations, so that their authors are told. */
    private void reply(List<StoredExplanation> brought, Map<Long, FindingName> filed) {
        Map<Long, Map<Shortcoming, List<Explanation>>> wanting = new TreeMap<>();
        for (StoredExplanation one : brought) {
            FindingName name = filed.get(one.id());
            if (name != null) {
                shortcoming(name)
                        .ifPresent(what -> wanting.computeIfAbsent(one.file(), any -> new LinkedHashMap<>())
                                .computeIfAbsent(what, any -> new ArrayList<>())
                                .add(one.written()));
            }
        }
        wanting.forEach((file, these) ->
                these.forEach((what, texts) -> findings.add(Findings.Owner.FILE, file, what.finding(texts))));
    }

    /** Only while the newest round has the finding, and nobody has let it pass. */
    private Optional<Shortcoming> shortcoming(FindingName name) {
        SubmissionKey key = name.key();
        return submissions.rounds(key).stream()
                .reduce((earlier, later) -> later)
                .flatMap(newest -> reviews.newest(newest.id()))
                .flatMap(review -> findings.of(Findings.Owner.REVIEW, review.id()).stream()
                        .filter(finding -> FindingName.of(key, finding).equals(name) && !finding.explained())
                        .findFirst())
                .flatMap(finding -> new Replies(definitions, decided, explanations.newest(key.form(), key.period()))
                        .to(name, finding));
    }

    private Set<SubmissionKey> keys(long file) {
        Set<SubmissionKey> keys = new TreeSet<>();
        for (StoredSubmission one : submissions.ofFile(file)) {
            SubmissionKey key = one.key();
            if (key != null) {
                keys.add(key);
            }
        }
        return keys;
    }

    private Optional<FindingName> about(StoredExplanation one, Set<SubmissionKey> keys) {
        Optional<FindingName> named = FindingName.parse(one.written().finding());
        return named.isPresent()
                ? named.filter(name -> belongs(name.key().unit(), one.path(), keys))
                : byPlace(one, keys);
    }

    /** A file that holds nothing but explanations must at least not lie in another unit's folder. */
    private boolean belongs(UnitCode unit, String path, Set<SubmissionKey> keys) {
        if (!keys.isEmpty()) {
            return keys.stream().anyMatch(key -> key.unit().equals(unit));
        }
        int slash = path.indexOf('/');
        String folder = slash < 0 ? "" : path.substring(0, slash);
        return definitions
                .units()
                .find(unit)
                .filter(known -> folder.isEmpty()
                        || known.isCalled(folder)
                        || known.code().text().equals(folder))
                .isPresent();
    }

    private Optional<FindingName> byPlace(StoredExplanation one, Set<SubmissionKey> keys) {
        Set<FindingName> there = new TreeSet<>();
        Set<FindingName> anywhere = new TreeSet<>();
        for (SubmissionKey key : keys) {
            for (Finding finding : standing.said(key)) {
                if (finding.code().equals(one.written().code())) {
                    FindingName name = FindingName.of(key, finding);
                    anywhere.add(name);
                    if (line(ReturnMarks.place(finding, definitions.name(key.form())))
                            .equals(line(one.written().place()))) {
                        there.add(name);
                    }
                }
            }
        }
        Set<FindingName> found = there.isEmpty() ? anywhere : there;
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private static String line(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }
}

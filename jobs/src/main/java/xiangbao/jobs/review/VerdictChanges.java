package xiangbao.jobs.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xiangbao.jobs.store.submissions.Findings;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.submissions.SubmissionKey;

/** Tells what a claim's reviews say otherwise than those before them. */
public final class VerdictChanges {
    private final Definitions definitions;
    private final Submissions submissions;
    private final Reviews reviews;
    private final Findings findings;

    VerdictChanges(Definitions definitions, Submissions submissions, Reviews reviews, Findings findings) {
        this.definitions = definitions;
        this.submissions = submissions;
        this.reviews = reviews;
        this.findings = findings;
    }

    /** In the order of keys and rounds; where only the wording is different, nothing is told. */
    public List<VerdictChange> of(long claim) {
        List<StoredReview> said = reviews.ofClaim(claim);
        Map<Long, List<StoredReview>> history =
                reviews.history(said.stream().map(StoredReview::submission).toList());
        Map<Long, StoredSubmission> stored = new LinkedHashMap<>();
        submissions.all(said.stream().map(StoredReview::submission).toList()).forEach(one -> stored.put(one.id(), one));
        List<VerdictChange> changes = new ArrayList<>();
        for (StoredReview now : said) {
            List<StoredReview> all = history.getOrDefault(now.submission(), List.of());
            int place = all.indexOf(now);
            StoredSubmission one = stored.get(now.submission());
            if (place < 1 || one == null || one.key() == null) {
                continue;
            }
            StoredReview before = all.get(place - 1);
            List<VerdictChange.RelationChange> relations = relations(
                    findings.of(Findings.Owner.REVIEW, before.id()), findings.of(Findings.Owner.REVIEW, now.id()));
            if (before.outcome() != now.outcome() || !relations.isEmpty()) {
                changes.add(change(one, before, now, relations));
            }
        }
        changes.sort(java.util.Comparator.comparing(VerdictChange::form)
                .thenComparing(VerdictChange::period)
                .thenComparing(VerdictChange::unit)
                .thenComparing(VerdictChange::round));
        return changes;
    }

    private VerdictChange change(
            StoredSubmission one, StoredReview before, StoredReview now, List<VerdictChange.RelationChange> relations) {
        SubmissionKey key = one.certainKey();
        List<StoredSubmission> rounds = submissions.rounds(key);
        boolean newest = rounds.isEmpty() || rounds.get(rounds.size() - 1).id() == one.id();
        return new VerdictChange(
                key.unit(),
                definitions.units().name(key.unit()),
                key.form(),
                key.period(),
                one.roundNumber(),
                newest,
                one.path(),
                before.outcome(),
                now.outcome(),
                relations);
    }

    /** What is found of one and not of the other, or with another severity. */
    public static List<VerdictChange.RelationChange> relations(List<Finding> before, List<Finding> now) {
        Map<String, Finding> first = byInstance(before);
        Map<String, Finding> second = byInstance(now);
        Set<String> instances = new LinkedHashSet<>(second.keySet());
        instances.addAll(first.keySet());
        Set<VerdictChange.RelationChange> changes = new LinkedHashSet<>();
        for (String instance : instances) {
            Finding one = first.get(instance);
            Finding other = second.get(instance);
            Finding shown = other != null ? other : one;
            if (shown != null
                    && (one == null || other == null || !one.standing().equals(other.standing()))) {
                changes.add(new VerdictChange.RelationChange(
                        shown.code(),
                        shown.title(),
                        one == null ? "" : one.standing(),
                        other == null ? "" : other.standing()));
            }
        }
        return new ArrayList<>(changes);
    }

    private static Map<String, Finding> byInstance(List<Finding> findings) {
        Map<String, Finding> found = new LinkedHashMap<>();
        findings.forEach(one -> found.put(one.code() + "\0" + one.instance(), one));
        return found;
    }
}

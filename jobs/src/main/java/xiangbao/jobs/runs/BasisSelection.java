package xiangbao.jobs.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import xiangbao.jobs.store.decisions.Explanations;
import xiangbao.jobs.store.decisions.FindingName;
import xiangbao.jobs.store.decisions.StoredExplanation;
import xiangbao.jobs.store.runs.BasisRow;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.jobs.workspace.Configurations;
import xiangbao.jobs.workspace.Digests;
import xiangbao.statistics.aggregate.Basis;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.SubmissionKey;

/** Selects what a run is to be made of: of each key the round that counts and the one that came after it. */
final class BasisSelection {
    private final Configurations configurations;
    private final Submissions submissions;
    private final Reviews reviews;
    private final Runs runs;
    private final Explanations explanations;

    BasisSelection(
            Configurations configurations,
            Submissions submissions,
            Reviews reviews,
            Runs runs,
            Explanations explanations) {
        this.configurations = configurations;
        this.submissions = submissions;
        this.reviews = reviews;
        this.runs = runs;
        this.explanations = explanations;
    }

    /** What a run would be made of. */
    record Wanted(String configuration, String digest, List<BasisRow> basis, List<Long> explanations) {}

    /** The newest rounds that count, as they are judged by now, with the configuration of today. */
    Wanted asOfToday(ReferencePeriod period) {
        List<BasisRow> basis = new ArrayList<>();
        List<Long> explained = new ArrayList<>();
        String digest = basis(period, basis, explained);
        return new Wanted(configurations.digest(), digest, basis, explained);
    }

    /** What a run was made of already. */
    Wanted asBefore(StoredRun run) {
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
}

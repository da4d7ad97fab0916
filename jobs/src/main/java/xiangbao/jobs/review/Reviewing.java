package xiangbao.jobs.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import xiangbao.jobs.store.seals.SealedPeriods;
import xiangbao.jobs.store.seals.Seals;
import xiangbao.jobs.store.seals.WithheldVerdict;
import xiangbao.jobs.store.submissions.Findings;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.jobs.worker.ProgressBoard;
import xiangbao.jobs.worker.StopRequest;
import xiangbao.jobs.workspace.Digests;
import xiangbao.statistics.audit.Review;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.relations.Dependencies;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.Lineage;
import xiangbao.statistics.units.UnitCode;

/**
 * Reviews what a claim brought and everything whose relations look at it. What comes out depends on the rounds alone: a submission sees the last good rounds
 * of what is reviewed before it, and the newest readable rounds of the rest.
 */
public final class Reviewing {
    private static final Logger LOG = LoggerFactory.getLogger(Reviewing.class);
    private static final int UNITS_AT_ONCE = 50;

    /** @param stays whether a verdict that stands in a sealed period is kept instead */
    private record Judged(long submission, Review review, String digest, boolean stays) {}

    private final Definitions definitions;
    private final UnitReview.Rules rules;
    private final Dependencies dependencies;
    private final Lineage lineage;
    private final Submissions submissions;
    private final Findings findings;
    private final Reviews reviews;
    private final Seals seals;
    private final DecidedDoubts decided;
    private final StandingReviews standing;
    private final TransactionTemplate transaction;
    private final ProgressBoard progress;
    private final StopRequest stop;

    Reviewing(
            Definitions definitions,
            Submissions submissions,
            Findings findings,
            Reviews reviews,
            Seals seals,
            DecidedDoubts decided,
            TransactionTemplate transaction,
            ProgressBoard progress,
            StopRequest stop) {
        this.definitions = definitions;
        this.dependencies = new Dependencies(definitions.forms(), definitions.units());
        this.lineage = new Lineage(definitions.units());
        this.rules = UnitReview.Rules.of(definitions, dependencies);
        this.submissions = submissions;
        this.findings = findings;
        this.reviews = reviews;
        this.seals = seals;
        this.decided = decided;
        this.standing = new StandingReviews(submissions, reviews, findings);
        this.transaction = transaction;
        this.progress = progress;
        this.stop = stop;
    }

    public void review(long claim) {
        review(claim, submissions.ofClaim(claim));
    }

    /** Reviews stored submissions, whenever they came, and everything whose relations look at them. */
    public void review(long claim, List<StoredSubmission> those) {
        Map<UnitCode, Set<SubmissionKey>> arrived = new TreeMap<>(); // by family
        List<StoredSubmission> keyless = new ArrayList<>();
        for (StoredSubmission one : those) {
            SubmissionKey key = one.key();
            if (one.duplicateOf() != null || one.isHeld()) {
                continue;
            }
            if (key == null || one.attributed() && one.roundNumber() == 0) {
                keyless.add(one);
            } else {
                arrived.computeIfAbsent(family(key.unit()), any -> new TreeSet<>())
                        .add(key);
            }
        }
        // who has figures in common with what came, or with what it replaces, is told or let off as well
        submissions
                .sharers(those.stream().map(StoredSubmission::id).toList())
                .forEach(key -> arrived.computeIfAbsent(family(key.unit()), any -> new TreeSet<>())
                        .add(key));
        progress.begin("review", arrived.size());
        transaction.executeWithoutResult(
                status -> store(claim, keyless.stream().map(this::judgeKeyless).toList()));
        SealedPeriods sealed = seals.sealed();
        List<UnitCode> units = new ArrayList<>(arrived.keySet());
        for (int from = 0; from < units.size(); from += UNITS_AT_ONCE) {
            stop.heed();
            List<UnitCode> some = units.subList(from, Math.min(units.size(), from + UNITS_AT_ONCE));
            List<Judged> judged = some.parallelStream()
                    .map(unit -> {
                        List<Judged> one = new Closure(arrived.getOrDefault(unit, Set.of()), Set.of(), sealed).judge();
                        progress.one("review", arrived.size());
                        return one;
                    })
                    .flatMap(List::stream)
                    .toList();
            transaction.executeWithoutResult(status -> store(claim, judged));
        }
        auditHeld(claim);
    }

    /**
     * Reviews submissions of a sealed period that were let in, or of one that is open again, and everything whose relations look at them. All within the
     * caller's transaction, so on its one connection and thread.
     */
    public void reviewAdmitted(long claim, Collection<SubmissionKey> admitted) {
        SealedPeriods sealed = seals.sealed();
        Map<UnitCode, Set<SubmissionKey>> byUnit = new TreeMap<>();
        admitted.forEach(key -> byUnit.computeIfAbsent(family(key.unit()), any -> new TreeSet<>())
                .add(key));
        submissions
                .sharers(admitted.stream()
                        .flatMap(key -> submissions.rounds(key).stream())
                        .map(StoredSubmission::id)
                        .toList())
                .forEach(key -> byUnit.computeIfAbsent(family(key.unit()), any -> new TreeSet<>())
                        .add(key));
        Set<SubmissionKey> letIn = Set.copyOf(admitted);
        byUnit.values().forEach(keys -> store(claim, new Closure(keys, letIn, sealed).judge()));
    }

    /** Reviews everything whose relations look at submissions that have come to count, or count no more, without being reviewed themselves. Within the caller's transaction. */
    public void reviewAround(long claim, Collection<SubmissionKey> changed) {
        SealedPeriods sealed = seals.sealed();
        Map<UnitCode, Set<SubmissionKey>> byUnit = new TreeMap<>();
        changed.forEach(key -> byUnit.computeIfAbsent(family(key.unit()), any -> new TreeSet<>())
                .add(key));
        byUnit.values().forEach(keys -> {
            Closure closure = new Closure(keys, Set.of(), sealed);
            closure.open.removeAll(keys);
            store(claim, closure.judge());
        });
    }

    /** Reviews later submissions that may rest on explanations about which something was decided. Within the caller's transaction. */
    public void reviewBeyond(long claim, Collection<SubmissionKey> resting) {
        SealedPeriods sealed = seals.sealed();
        Map<UnitCode, Set<SubmissionKey>> byUnit = new TreeMap<>();
        resting.forEach(key -> byUnit.computeIfAbsent(family(key.unit()), any -> new TreeSet<>())
                .add(key));
        byUnit.values().forEach(keys -> {
            Closure closure = new Closure(Set.of(), Set.of(), sealed);
            closure.open.addAll(keys);
            store(claim, closure.judge());
        });
    }

    /** Units that were merged or divided look at each other's figures, so one bench judges them, one after the other; told by the first of their codes. */
    private UnitCode family(UnitCode unit) {
        return lineage.family(unit).iterator().next();
    }

    /** Tells what a review would say about the claim's held submissions, if everything that is held were let in. No verdict comes of it. */
    private void auditHeld(long claim) {
        Map<UnitCode, Set<StoredSubmission>> byUnit = new TreeMap<>();
        for (StoredSubmission one : submissions.heldUnaudited(claim)) {
            byUnit.computeIfAbsent(family(one.certainKey().unit()), any -> new LinkedHashSet<>())
                    .add(one);
        }
        byUnit.values().forEach(held -> {
            List<Judged> judged = new HeldAudit(held).judge();
            transaction.executeWithoutResult(status -> judged.forEach(one -> submissions.audited(
                    one.submission(), one.review().outcome(), one.review().findings())));
        });
    }

    private void store(long claim, Collection<Judged> judged) {
        Map<Long, StoredReview> newest =
                reviews.newest(judged.stream().map(Judged::submission).toList());
        for (Judged one : judged) {
            StoredReview before = newest.get(one.submission());
            if (before != null && one.stays()) {
                withhold(claim, before, one);
            } else if (before == null || !before.digest().equals(one.digest())) {
                reviews.append(one.submission(), claim, one.review(), definitions.digest(), one.digest());
            } else if (!before.configuration().equals(definitions.digest())) {
                reviews.uphold(before.id(), definitions.digest());
            }
        }
    }

    private void withhold(long claim, StoredReview stands, Judged wouldBe) {
        if (stands.digest().equals(wouldBe.digest())) {
            return;
        }
        Set<String> now = codes(findings.of(Findings.Owner.REVIEW, stands.id()));
        Set<String> then = codes(wouldBe.review().findings());
        Set<String> changed = new TreeSet<>(now);
        changed.addAll(then);
        changed.removeIf(code -> now.contains(code) && then.contains(code));
        Outcome outcome = wouldBe.review().outcome();
        if (outcome == stands.outcome() && changed.isEmpty()) {
            return;
        }
        LOG.warn(
                "submission {} of a sealed period stays {}, a review would now say {}",
                stands.submission(),
                stands.outcome(),
                outcome);
        seals.withhold(
                new WithheldVerdict(claim, stands.submission(), stands.outcome(), outcome, List.copyOf(changed)));
    }

    private static Set<String> codes(List<Finding> findings) {
        return findings.stream()
                .map(one -> one.code() + (one.instance().isEmpty() ? "" : "/" + one.instance()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Judged judgeKeyless(StoredSubmission one) {
        Review review = UnitReview.returned(findings.of(Findings.Owner.READING, one.id()));
        return new Judged(one.id(), review, Digests.review(review), false);
    }

    /** A bench that looks into the store. */
    private abstract class StoreUnitReview extends UnitReview {
        private final Map<UnitCode, UnitDecisions> decisions = new HashMap<>();
        private final Map<Long, Review> given = new HashMap<>();

        StoreUnitReview() {
            super(Reviewing.this.rules);
        }

        @Override
        protected final Map<Long, Boolean> verdicts(Set<Long> rounds) {
            Map<Long, Boolean> counting = new HashMap<>();
            reviews.newest(rounds).forEach((id, review) -> counting.put(id, review.counts()));
            return counting;
        }

        @Override
        protected final List<Observation> readFigures(long round) {
            return submissions.observations(round);
        }

        @Override
        protected final List<Finding> readFindings(long round) {
            return findings.of(Findings.Owner.READING, round);
        }

        @Override
        protected final List<StoredSubmission> alike(SubmissionKey key, StoredSubmission round) {
            return submissions.alike(round.id());
        }

        @Override
        protected final Review decided(SubmissionKey key, Review review, StoredSubmission round) {
            return decisions(key.unit()).applied(key, review, round.digest(), this::earlier);
        }

        final UnitDecisions decisions(UnitCode unit) {
            return decisions.computeIfAbsent(unit, decided::of);
        }

        private Optional<UnitDecisions.Standing> earlier(SubmissionKey key) {
            return lastGood(key)
                    .flatMap(round -> Optional.ofNullable(given.get(round.id()))
                            .or(() -> standing.on(round.id()))
                            .map(review -> new UnitDecisions.Standing(review, round.digest())));
        }

        /** A verdict that the next ones see, stored or not. */
        final void give(long round, Review review) {
            given.put(round, review);
            counting.put(round, review.counts());
        }
    }

    /** One family's submissions that have to be reviewed anew; a verdict that stands in a sealed period stays, unless its key was let in. */
    private final class Closure extends StoreUnitReview {
        private final TreeSet<SubmissionKey> open = new TreeSet<>(rules.order());
        private final List<Judged> judged = new ArrayList<>();
        private final Set<SubmissionKey> admitted;
        private final SealedPeriods sealed;

        Closure(Set<SubmissionKey> arrived, Set<SubmissionKey> admitted, SealedPeriods sealed) {
            this.admitted = admitted;
            this.sealed = sealed;
            for (SubmissionKey key : arrived) {
                open.add(key);
                lookersAt(key).forEach(open::add);
            }
        }

        @Override
        protected List<StoredSubmission> seen(SubmissionKey key) {
            return submissions.rounds(key);
        }

        List<Judged> judge() {
            for (SubmissionKey key = open.pollFirst(); key != null; key = open.pollFirst()) {
                Optional<StoredSubmission> before = lastGood(key);
                boolean frozen = sealed.cover(key.period()) && !admitted.contains(key);
                for (StoredSubmission round : rounds(key)) {
                    Review review = judge(key, round);
                    boolean stays = frozen && counting.containsKey(round.id());
                    judged.add(new Judged(round.id(), review, Digests.review(review), stays));
                    if (!stays) {
                        give(round.id(), review);
                    }
                }
                restingOn(key).forEach(open::add);
                if (!lastGood(key).map(StoredSubmission::id).equals(before.map(StoredSubmission::id))) {
                    SubmissionKey changed = key;
                    lookersAt(key)
                            .filter(looker -> rules.order().compare(looker, changed) > 0)
                            .forEach(open::add);
                }
            }
            return judged;
        }

        /** The later periods in which an explanation may hold that was accepted about the key. */
        private Stream<SubmissionKey> restingOn(SubmissionKey key) {
            UnitDecisions decisions = decisions(key.unit());
            return !decisions.reachBeyond(key)
                    ? Stream.of()
                    : decisions
                            .beyond(key.period())
                            .map(period -> new SubmissionKey(key.form(), key.unit(), period))
                            .filter(later -> !rounds(later).isEmpty());
        }

        private Stream<SubmissionKey> lookersAt(SubmissionKey key) {
            if (definitions.form(key.form()).isEmpty()) {
                return Stream.of();
            }
            return Stream.of(
                            dependencies.lookingAt(key).stream(),
                            Stream.of(key.period().next(), key.period().yearLater())
                                    .map(period -> new SubmissionKey(key.form(), key.unit(), period)),
                            // a later round of an older period may hold these very figures
                            Stream.of(key.previous(), key.yearEarlier())
                                    .filter(older -> rounds(older).size() > 1))
                    .flatMap(lookers -> lookers)
                    .filter(looker -> !rounds(looker).isEmpty());
        }
    }

    /** One family's held submissions, seen as if everything that is held had been let in. */
    private final class HeldAudit extends StoreUnitReview {
        private final Set<StoredSubmission> held;

        HeldAudit(Set<StoredSubmission> held) {
            this.held = held;
        }

        @Override
        protected List<StoredSubmission> seen(SubmissionKey key) {
            List<StoredSubmission> all = new ArrayList<>(submissions.rounds(key));
            for (StoredSubmission one : submissions.held(key)) {
                all.add(one);
                submissions.audit(one.id()).ifPresent(said -> counting.put(one.id(), countsOnce(one, said)));
            }
            return all;
        }

        private boolean countsOnce(StoredSubmission one, Outcome said) {
            return said != Outcome.RETURNED
                    && findings.of(Findings.Owner.HELD, one.id()).stream().noneMatch(Finding::withholds);
        }

        List<Judged> judge() {
            List<Judged> judged = new ArrayList<>();
            held.stream()
                    .sorted(Comparator.comparing(StoredSubmission::certainKey, rules.order())
                            .thenComparing(StoredSubmission::id))
                    .forEach(one -> {
                        Review review = judge(one.certainKey(), one);
                        judged.add(new Judged(one.id(), review, Digests.review(review), false));
                        rounds(one.certainKey());
                        give(one.id(), review);
                    });
            return judged;
        }
    }
}

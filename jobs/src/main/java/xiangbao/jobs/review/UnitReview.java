package xiangbao.jobs.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xiangbao.jobs.outcomes.IntakeFindings;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.statistics.audit.Auditor;
import xiangbao.statistics.audit.Review;
import xiangbao.statistics.confrontation.Surroundings;
import xiangbao.statistics.copies.EqualFigures;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.definitions.PeriodAudit;
import xiangbao.statistics.diagnosis.Neighbour;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.Dependencies;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.SubmissionKey;

/** What is seen of the submissions of one unit, or of one family of units, while they are judged one after the other; where they are kept it does not know. */
public abstract class UnitReview {
    private static final Logger LOG = LoggerFactory.getLogger(UnitReview.class);

    /** What is judged by. */
    public record Rules(Definitions definitions, Auditor auditor, PeriodAudit periods, ReviewOrder order) {
        public static Rules of(Definitions definitions, Dependencies dependencies) {
            return new Rules(
                    definitions,
                    new Auditor(definitions.forms(), definitions.units(), definitions.bands()),
                    new PeriodAudit(definitions),
                    new ReviewOrder(definitions, dependencies));
        }
    }

    private final Rules rules;
    private final Map<SubmissionKey, List<StoredSubmission>> rounds = new HashMap<>();
    protected final Map<Long, Boolean> counting = new HashMap<>();
    private final Map<Long, List<Observation>> observations = new HashMap<>();
    private final Map<Long, List<Finding>> readings = new HashMap<>();

    protected UnitReview(Rules rules) {
        this.rules = rules;
    }

    /** The rounds of a key, as far as they are to be seen. */
    protected abstract List<StoredSubmission> seen(SubmissionKey key);

    /** Which of some rounds count by verdicts that were given before. */
    protected abstract Map<Long, Boolean> verdicts(Set<Long> rounds);

    protected abstract List<Observation> readFigures(long round);

    protected abstract List<Finding> readFindings(long round);

    /** Other units' submissions of the same form and period that have figures in common with a round, whatever round they are; nobody looks at them usually. */
    protected List<StoredSubmission> alike(SubmissionKey key, StoredSubmission round) {
        return List.of();
    }

    /** A review in the light of what was decided about its doubts. */
    protected abstract Review decided(SubmissionKey key, Review review, StoredSubmission round);

    /** Whose it is or what it is about, its heading does not say rightly: it cannot count, whatever else is right. */
    protected static Review returned(List<Finding> read) {
        return new Review.Returned(Review.of(read, List.of()).findings(), List.of());
    }

    protected final Review judge(SubmissionKey key, StoredSubmission round) {
        if (round.attributed()) {
            return returned(reading(round));
        }
        List<Finding> read = new ArrayList<>(reading(round));
        earlier(key, round).ifPresent(finding -> {
            // says more than what the reader may have said of the heading
            read.removeIf(one -> one.code().equals(finding.code()));
            read.add(finding);
        });
        try {
            Review review = rules.auditor.review(key, round.sheet(), figures(round), read, new Sight(key, round));
            return decided(key, review, round);
        } catch (RuntimeException failure) {
            LOG.error("auditing {} round {} failed", key, round.roundNumber(), failure);
            return Review.of(
                    Stream.concat(
                                    read.stream(),
                                    Stream.of(IntakeFindings.auditFailed(
                                            failure.getClass().getSimpleName())))
                            .toList(),
                    List.of());
        }
    }

    /**
     * A later round of a period that is not the newest any more, and would replace a good one. What was held is let in by a decision, and one that says
     * what the good round says replaces nothing.
     */
    private Optional<Finding> earlier(SubmissionKey key, StoredSubmission round) {
        if (round.heldRound() != null) {
            return Optional.empty();
        }
        return last(rounds(key).stream()
                        .filter(one ->
                                one.roundNumber() < round.roundNumber() && counting.getOrDefault(one.id(), false)))
                .filter(good -> !good.digest().equals(round.digest()))
                .flatMap(good -> rules.periods.earlier(
                        key,
                        round.received().toLocalDate(),
                        new PeriodAudit.GoodRound(
                                good.roundNumber(), good.received().toLocalDate()),
                        round.heading(),
                        () -> copiedFrom(key, round)));
    }

    private Optional<ReferencePeriod> copiedFrom(SubmissionKey key, StoredSubmission round) {
        return Stream.of(key.period().next(), key.period().yearLater())
                .filter(period -> find(key, new SubmissionKey(key.form(), key.unit(), period))
                        .filter(other -> rules.definitions
                                .form(key.form())
                                .filter(rules -> EqualFigures.all(rules.form(), figures(round), other))
                                .isPresent())
                        .isPresent())
                .findFirst();
    }

    /** What lies around one round. */
    private final class Sight implements Surroundings {
        private final SubmissionKey key;
        private final StoredSubmission round;

        Sight(SubmissionKey key, StoredSubmission round) {
            this.key = key;
            this.round = round;
        }

        @Override
        public Optional<List<Observation>> find(SubmissionKey other) {
            return UnitReview.this.find(key, other);
        }

        /** The newest rounds of the others, as far as they could be read; what was said about them does not matter. */
        @Override
        public List<Neighbour> alike() {
            return UnitReview.this.alike(key, round).stream()
                    .filter(other -> !other.attributed())
                    .filter(other -> last(rounds(other.certainKey()).stream())
                            .filter(newest -> newest.id() == other.id())
                            .isPresent())
                    .sorted(Comparator.comparing(StoredSubmission::certainKey))
                    .map(other -> new Neighbour(other.certainKey().unit(), figures(other)))
                    .toList();
        }
    }

    private Optional<List<Observation>> find(SubmissionKey at, SubmissionKey other) {
        Optional<StoredSubmission> found = rules.order.compare(other, at) < 0
                ? lastGood(other)
                : last(rounds(other).stream()
                        .filter(round -> !round.attributed())
                        .filter(round -> reading(round).stream()
                                .noneMatch(finding -> finding.severity() == Severity.MANDATORY)));
        return found.map(this::figures);
    }

    protected final Optional<StoredSubmission> lastGood(SubmissionKey key) {
        return last(rounds(key).stream().filter(round -> counting.getOrDefault(round.id(), false)));
    }

    private static Optional<StoredSubmission> last(Stream<StoredSubmission> some) {
        return some.reduce((first, second) -> second);
    }

    protected final List<StoredSubmission> rounds(SubmissionKey key) {
        return rounds.computeIfAbsent(key, any -> {
            List<StoredSubmission> found = seen(key);
            Set<Long> ids = found.stream().map(StoredSubmission::id).collect(Collectors.toSet());
            counting.putAll(verdicts(ids));
            return found;
        });
    }

    private List<Observation> figures(StoredSubmission round) {
        return observations.computeIfAbsent(round.id(), this::readFigures);
    }

    private List<Finding> reading(StoredSubmission round) {
        return readings.computeIfAbsent(round.id(), this::readFindings);
    }
}

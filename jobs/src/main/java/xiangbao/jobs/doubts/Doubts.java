package xiangbao.jobs.doubts;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
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
import xiangbao.jobs.review.Dialogues;
import xiangbao.jobs.review.Replies;
import xiangbao.jobs.review.RerunScope;
import xiangbao.jobs.review.StandingReviews;
import xiangbao.jobs.review.WaivedRelations;
import xiangbao.jobs.runs.BasisReader;
import xiangbao.jobs.store.decisions.Explanations;
import xiangbao.jobs.store.decisions.FindingName;
import xiangbao.jobs.store.decisions.StoredExplanation;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.store.submissions.Findings;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.jobs.workspace.Configurations;
import xiangbao.jobs.workspace.Digests;
import xiangbao.jobs.workspace.OrderedScope;
import xiangbao.statistics.aggregate.RollUp;
import xiangbao.statistics.confrontation.RelationVerdict;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.definitions.Dialogue;
import xiangbao.statistics.definitions.ExplanationRules.Shortcoming;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.screening.Screening;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;

/** The 核实性 findings of a county period: of the rounds that count, and of newer ones that were returned. */
public final class Doubts {
    private final Definitions definitions;
    private final Configurations configurations;
    private final Submissions submissions;
    private final Findings findings;
    private final Reviews reviews;
    private final Runs runs;
    private final BasisReader bases;
    private final Explanations explanations;
    private final DecidedDoubts decided;
    private final StandingReviews standing;
    private final WaivedRelations waived;
    private final Clock clock;

    Doubts(
            Configurations configurations,
            Submissions submissions,
            Findings findings,
            Reviews reviews,
            Runs runs,
            BasisReader bases,
            Explanations explanations,
            DecidedDoubts decided,
            WaivedRelations waived,
            Clock clock) {
        this.definitions = configurations.today();
        this.configurations = configurations;
        this.submissions = submissions;
        this.findings = findings;
        this.reviews = reviews;
        this.runs = runs;
        this.bases = bases;
        this.explanations = explanations;
        this.decided = decided;
        this.standing = new StandingReviews(submissions, reviews, findings);
        this.waived = waived;
        this.clock = clock;
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

    /** As people ask for them. */
    public DoubtsAnswer answer(DoubtsQuery query, Optional<UnitCode> unit, LocalDateTime now) {
        ReferencePeriod county = query.period();
        List<Doubt> those = of(county, query.form(), unit).stream()
                .filter(one -> !query.open() || !one.finding().explained())
                .toList();
        LocalDateTime today =
                query.today().map(day -> day.atTime(now.toLocalTime())).orElse(now);
        List<DoubtAnswer> answers = answers(those, county, today);
        Optional<StoredRun> run = runs.latestAggregated(county);
        return new DoubtsAnswer(
                county,
                today.toLocalDate(),
                run.map(StoredRun::number).orElse(null),
                query.oldest() ? oldest(answers) : answers,
                explanations.unfiled().stream()
                        .filter(one -> concerns(one, county, query.form(), unit))
                        .map(one -> new DoubtsAnswer.Unfiled(
                                one.path(), one.written().code(), one.written().place(), one.text(), one.received()))
                        .toList());
    }

    /** Those first that wait longest; those last that wait for nobody. */
    private static List<DoubtAnswer> oldest(List<DoubtAnswer> answers) {
        return answers.stream()
                .sorted(Comparator.comparing(
                        one -> Optional.ofNullable(one.exchange().waiting())
                                .map(DoubtAnswer.Waiting::since)
                                .orElse(null),
                        Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** Whether a file holds a form of the period, or none at all. */
    private boolean concerns(
            StoredExplanation one, ReferencePeriod county, Optional<FormCode> form, Optional<UnitCode> unit) {
        List<SubmissionKey> keys = new ArrayList<>();
        for (StoredSubmission submission : submissions.ofFile(one.file())) {
            SubmissionKey key = submission.key();
            if (key != null) {
                keys.add(key);
            }
        }
        return keys.isEmpty()
                || keys.stream()
                        .anyMatch(key ->
                                RerunScope.endingWithin(county, key.period().frequency())
                                                .contains(key.period())
                                        && form.map(key.form()::equals).orElse(true)
                                        && unit.map(key.unit()::equals).orElse(true));
    }

    List<DoubtAnswer> answers(List<Doubt> doubts, ReferencePeriod county, LocalDateTime now) {
        Dialogues dialogues = new Dialogues(definitions, decided, explanations, standing, now);
        Optional<RollUp> rollUp = doubts.isEmpty()
                ? Optional.empty()
                : runs.latestAggregated(county).map(this::rollUp);
        Comparator<DoubtAnswer> byShare =
                Comparator.comparing(DoubtAnswer::share, Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder()));
        return doubts.stream()
                .map(one -> answer(one, rollUp, dialogues, now.toLocalDate()))
                .sorted(byShare.reversed()
                        .thenComparing(DoubtAnswer::form)
                        .thenComparing(DoubtAnswer::period)
                        .thenComparing(
                                one -> Optional.ofNullable(one.finding().place().indicator())
                                        .map(IndicatorCode::toString)
                                        .orElse(""))
                        .thenComparing(DoubtAnswer::unit)
                        .thenComparing(DoubtAnswer::id)
                        .thenComparing(DoubtAnswer::round))
                .toList();
    }

    private RollUp rollUp(StoredRun run) {
        Definitions then = configurations.of(run.configuration()).orElse(definitions);
        return RollUp.of(then.enabledForms(), then.units(), bases.read(run).basis(), then.official());
    }

    private DoubtAnswer answer(Doubt doubt, Optional<RollUp> rollUp, Dialogues dialogues, LocalDate today) {
        SubmissionKey key = doubt.key();
        return new DoubtAnswer(
                doubt.name().toString(),
                key.unit(),
                definitions.units().name(key.unit()),
                key.form(),
                definitions.form(key.form()).map(rules -> rules.form().title()).orElse(""),
                key.period(),
                doubt.round().roundNumber(),
                doubt.counted(),
                doubt.round().path(),
                doubt.finding(),
                rollUp.map(one -> share(doubt, one)).orElse(null),
                exchange(doubt, dialogues, today));
    }

    private DoubtAnswer.Exchange exchange(Doubt doubt, Dialogues dialogues, LocalDate today) {
        StoredExplanation said = doubt.explanation();
        Shortcoming wanting = doubt.shortcoming();
        Dialogue dialogue = dialogues.about(doubt.name(), doubt.finding());
        String unit = definitions.units().name(doubt.key().unit());
        return new DoubtAnswer.Exchange(
                said == null
                        ? null
                        : new DoubtAnswer.Explained(
                                said.text(), said.path(), said.received(), wanting == null ? "" : wanting.title()),
                dialogues
                        .decisions(doubt.key().unit())
                        .acceptance(doubt.name(), doubt.said())
                        .map(one -> new DoubtAnswer.Accepted(one.actor(), one.at(), one.text()))
                        .orElse(null),
                dialogue,
                dialogue.waiting(doubt.finding(), doubt.round().received(), doubt.isExplained())
                        .map(one -> new DoubtAnswer.Waiting(
                                one.party(), one.since(), one.days(today), one.told(unit, today)))
                        .orElse(null));
    }

    private static @Nullable BigDecimal share(Doubt doubt, RollUp rollUp) {
        SubmissionKey key = doubt.key();
        IndicatorCode indicator = doubt.finding().place().indicator();
        if (!doubt.counted()
                || indicator == null
                || !key.period().equals(rollUp.period().latestEnded(key.period().frequency()))) {
            return null;
        }
        return rollUp.figure(indicator, key.unit())
                .map(figure -> Screening.share(figure, rollUp))
                .orElse(null);
    }

    /** The 核实性 findings of a county period, with what was said about them. */
    public DoubtsAnswer findings(DoubtsQuery query) {
        Definitions definitions = configurations.today();
        OrderedScope scope = new OrderedScope(definitions);
        query.form().ifPresent(scope::requireForm);
        Optional<UnitCode> whose = query.unit().map(scope::unit);
        DoubtsAnswer answer = answer(query, whose, LocalDateTime.now(clock));
        return answer.with(waived.within(query.period(), definitions).stream()
                .filter(one -> query.form().isEmpty() || query.form().get().equals(one.form()))
                .filter(one -> whose.isEmpty() || whose.get().equals(one.unit()))
                .toList());
    }
}

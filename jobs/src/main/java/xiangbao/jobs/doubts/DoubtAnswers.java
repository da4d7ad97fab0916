package xiangbao.jobs.doubts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.review.DecidedDoubts;
import xiangbao.jobs.review.Dialogues;
import xiangbao.jobs.review.StandingReviews;
import xiangbao.jobs.runs.BasisReader;
import xiangbao.jobs.store.decisions.Explanations;
import xiangbao.jobs.store.decisions.StoredExplanation;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.workspace.Configurations;
import xiangbao.statistics.aggregate.RollUp;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.definitions.Dialogue;
import xiangbao.statistics.definitions.ExplanationRules.Shortcoming;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.screening.Screening;
import xiangbao.statistics.submissions.SubmissionKey;

/** Tells doubts as people read them: what each weighs in the county's figure, what was said about it, and for whom it waits. */
final class DoubtAnswers {
    private final Definitions definitions;
    private final Configurations configurations;
    private final Runs runs;
    private final BasisReader bases;
    private final Explanations explanations;
    private final DecidedDoubts decided;
    private final StandingReviews standing;

    DoubtAnswers(
            Configurations configurations,
            Runs runs,
            BasisReader bases,
            Explanations explanations,
            DecidedDoubts decided,
            StandingReviews standing) {
        this.definitions = configurations.today();
        this.configurations = configurations;
        this.runs = runs;
        this.bases = bases;
        this.explanations = explanations;
        this.decided = decided;
        this.standing = standing;
    }

    /** The weightiest first. */
    List<DoubtAnswer> of(List<Doubts.Doubt> doubts, ReferencePeriod county, LocalDateTime now) {
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
        Definitions then = configurations.behind(run.configuration());
        return RollUp.of(then.enabledForms(), then.units(), bases.read(run).basis(), then.official());
    }

    private DoubtAnswer answer(Doubts.Doubt doubt, Optional<RollUp> rollUp, Dialogues dialogues, LocalDate today) {
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

    private DoubtAnswer.Exchange exchange(Doubts.Doubt doubt, Dialogues dialogues, LocalDate today) {
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

    private static @Nullable BigDecimal share(Doubts.Doubt doubt, RollUp rollUp) {
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
}

package xiangbao.jobs.review;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.store.decisions.Explanations;
import xiangbao.jobs.store.decisions.FindingName;
import xiangbao.jobs.store.decisions.StoredDecision;
import xiangbao.jobs.store.decisions.StoredExplanation;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.definitions.Dialogue;
import xiangbao.statistics.definitions.DoubtTurn;
import xiangbao.statistics.definitions.ExplanationRules;
import xiangbao.statistics.definitions.Precedent;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;

/** Puts together what was said about doubts, as far as it was said at some time. For one look: each thing is read once. */
public final class Dialogues {
    /** Who gives one reason for longer has no need of the number. */
    private static final int MOST_PERIODS = 99;

    private record FormPeriod(FormCode form, ReferencePeriod period) {}

    private record Turn(long claim, long order, DoubtTurn turn) {}

    private final Definitions definitions;
    private final DecidedDoubts decided;
    private final Explanations explanations;
    private final StandingReviews standing;
    private final LocalDateTime until;
    private final Map<UnitCode, UnitDecisions> decisions = new TreeMap<>();
    private final Map<FormPeriod, Map<FindingName, List<StoredExplanation>>> said = new HashMap<>();
    private final Map<SubmissionKey, Optional<UnitDecisions.Standing>> standings = new HashMap<>();

    /** @param until what came later is not looked at */
    public Dialogues(
            Definitions definitions,
            DecidedDoubts decided,
            Explanations explanations,
            StandingReviews standing,
            LocalDateTime until) {
        this.definitions = definitions;
        this.decided = decided;
        this.explanations = explanations;
        this.standing = standing;
        this.until = until;
    }

    public UnitDecisions decisions(UnitCode unit) {
        return decisions.computeIfAbsent(unit, decided::of);
    }

    /** What was said about a doubt, where it rests, and how often its reason was given on end. */
    public Dialogue about(FindingName name, Finding finding) {
        return about(name, finding, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /**
     * The same as it was known once.
     *
     * @param explanation the last one that was known
     * @param claim the last one in which something was decided
     */
    public Dialogue about(FindingName name, Finding finding, long explanation, long claim) {
        List<StoredExplanation> explained =
                said(name).stream().filter(one -> one.id() <= explanation).toList();
        Optional<Precedent> carried =
                finding.remembered() ? decisions(name.key().unit()).precedent(name, this::standing) : Optional.empty();
        String reason = explained.isEmpty()
                ? carried.map(Precedent::explanation).orElse("")
                : explained.get(explained.size() - 1).text();
        return new Dialogue(
                turns(name, explained, claim),
                streak(name, ExplanationRules.plain(reason)),
                carried.map(Precedent::period).orElse(null));
    }

    private List<DoubtTurn> turns(FindingName name, List<StoredExplanation> explained, long claim) {
        List<Turn> turns = new ArrayList<>();
        String unit = definitions.units().name(name.key().unit());
        for (StoredExplanation one : explained) {
            turns.add(new Turn(
                    one.claim(), one.id(), new DoubtTurn(DoubtTurn.Kind.EXPLAINED, unit, one.received(), one.text())));
        }
        for (StoredDecision one : decisions(name.key().unit()).about(name)) {
            if (one.claim() <= claim && !one.at().isAfter(until)) {
                turns.add(new Turn(
                        one.claim(),
                        turns.size(),
                        new DoubtTurn(kind(one.kind()), Cause.person(one.actor()), one.at(), one.text())));
            }
        }
        turns.sort(Comparator.comparingLong(Turn::claim).thenComparingLong(Turn::order));
        return turns.stream().map(Turn::turn).toList();
    }

    private static DoubtTurn.Kind kind(StoredDecision.Kind kind) {
        return switch (kind) {
            case ACCEPTED -> DoubtTurn.Kind.ACCEPTED;
            case ASKED -> DoubtTurn.Kind.ASKED;
            case REFUSED -> DoubtTurn.Kind.REFUSED;
        };
    }

    /** How many periods on end, this one included, have the same doubt with the same reason, given or carried on. */
    private int streak(FindingName name, String reason) {
        if (reason.isEmpty()) {
            return 0;
        }
        int periods = 1;
        FindingName before = before(name);
        while (periods < MOST_PERIODS && isGiven(before, reason)) {
            periods++;
            before = before(before);
        }
        return periods;
    }

    private static FindingName before(FindingName name) {
        return new FindingName(name.key().previous(), name.code(), name.instance());
    }

    private boolean isGiven(FindingName name, String reason) {
        List<StoredExplanation> explained = said(name);
        if (!explained.isEmpty()) {
            return ExplanationRules.plain(explained.get(explained.size() - 1).text())
                    .equals(reason);
        }
        return decisions(name.key().unit())
                .precedent(name, this::standing)
                .filter(one -> ExplanationRules.plain(one.explanation()).equals(reason))
                .flatMap(any -> standing(name.key()))
                .filter(one -> one.review().findings().stream()
                        .anyMatch(finding -> finding.remembered()
                                && FindingName.of(name.key(), finding).equals(name)))
                .isPresent();
    }

    private Optional<UnitDecisions.Standing> standing(SubmissionKey key) {
        return standings.computeIfAbsent(key, standing::of);
    }

    private List<StoredExplanation> said(FindingName name) {
        SubmissionKey key = name.key();
        return said
                .computeIfAbsent(
                        new FormPeriod(key.form(), key.period()), any -> explanations.said(key.form(), key.period()))
                .getOrDefault(name, List.of())
                .stream()
                .filter(one -> !one.received().isAfter(until))
                .toList();
    }
}

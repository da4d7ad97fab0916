package xiangbao.jobs.reminders;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import xiangbao.jobs.doubts.UnansweredDoubts;
import xiangbao.jobs.runs.FormRounds;
import xiangbao.jobs.store.seals.SealedPeriods;
import xiangbao.jobs.store.seals.Seals;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.jobs.workspace.OrderedScope;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/** Who has not reported what is due. Who has reported, or may have (what came is not judged yet, or is held), and who owes nothing has no debt; nor has anybody about a sealed period. */
final class Debts {
    private final DueForms forms;
    private final Definitions definitions;
    private final Submissions submissions;
    private final Reviews reviews;
    private final UnansweredDoubts unanswered;
    private final Seals seals;
    private final RoundFeedback feedback;

    Debts(
            DueForms forms,
            Definitions definitions,
            Submissions submissions,
            Reviews reviews,
            UnansweredDoubts unanswered,
            Seals seals,
            RoundFeedback feedback) {
        this.forms = forms;
        this.definitions = definitions;
        this.submissions = submissions;
        this.reviews = reviews;
        this.unanswered = unanswered;
        this.seals = seals;
        this.feedback = feedback;
    }

    /**
     * Who owes what, and how the forms stand.
     *
     * @param debts of those who owe something
     */
    record Owed(List<Debt> debts, List<ReminderText.FormStanding> standings) {}

    /**
     * Whatever is owed of what an order means.
     *
     * @throws OrderMistakeException when there is no such unit or form
     */
    Owed on(LocalDate today, RemindOrder order) {
        List<ReminderText.FormStanding> standings = new ArrayList<>();
        Set<UnitCode> wanted = units(order);
        SealedPeriods sealed = seals.sealed();
        Map<UnitCode, Debt> debts = new LinkedHashMap<>();
        definitions.units().all().forEach(unit -> debts.put(unit.code(), new Debt(unit)));
        for (DueForm one : forms.of(order, today)) {
            List<ReportingUnit> owing = definitions.owing(one.rules(), one.period()).stream()
                    .filter(unit -> wanted.contains(unit.code()))
                    .toList();
            if (owing.isEmpty() || sealed.cover(one.period())) {
                continue;
            }
            standings.add(standing(one, owing, today, debts));
        }
        List<Debt> owed =
                debts.values().stream().filter(debt -> !debt.items().isEmpty()).toList();
        owed.forEach(debt -> debt.items().sort(Comparator.comparing(ReminderItem::due)));
        return new Owed(owed, standings);
    }

    private ReminderText.FormStanding standing(
            DueForm one, List<ReportingUnit> owing, LocalDate today, Map<UnitCode, Debt> debts) {
        FormRounds rounds = FormRounds.of(one.code(), one.period(), submissions, reviews);
        Set<UnitCode> unsettled = submissions.unsettled(one.code(), one.period());
        List<String> missing = new ArrayList<>();
        List<String> returned = new ArrayList<>();
        List<String> unexplained = new ArrayList<>();
        for (ReportingUnit unit : owing) {
            StoredSubmission round = rounds.newest(unit.code()).orElse(null);
            if (unsettled.contains(unit.code())) {
                continue;
            }
            if (round == null) {
                missing.add(unit.name());
                Debt debt = owed(debts, unit);
                debt.items().add(item(ReminderItem.Kind.MISSING, one, today, ""));
                debt.missing().add(one);
            } else if (isReturned(rounds.review(unit.code()))) {
                returned.add(unit.name());
                answerable(owed(debts, unit), round, ReminderItem.Kind.RETURNED, one, today);
            } else if (rounds.review(unit.code())
                    .filter(review -> unanswered.in(round.certainKey(), review))
                    .isPresent()) {
                unexplained.add(unit.name());
                answerable(owed(debts, unit), round, ReminderItem.Kind.UNEXPLAINED, one, today);
            }
        }
        return new ReminderText.FormStanding(
                one.code(),
                one.rules().form().title(),
                one.period(),
                one.due(),
                owing.size(),
                missing,
                returned,
                unexplained);
    }

    private void answerable(Debt debt, StoredSubmission round, ReminderItem.Kind kind, DueForm one, LocalDate today) {
        String file = feedback.about(round);
        debt.items().add(item(kind, one, today, file));
        if (!feedback.namesPersons(round)) {
            debt.returns().add(file);
        }
    }

    private static boolean isReturned(Optional<StoredReview> review) {
        return review.filter(one -> one.outcome() == Outcome.RETURNED).isPresent();
    }

    private static Debt owed(Map<UnitCode, Debt> debts, ReportingUnit unit) {
        Debt debt = debts.get(unit.code());
        if (debt == null) {
            throw new IllegalStateException(unit.code() + " is not in the register");
        }
        return debt;
    }

    private static ReminderItem item(ReminderItem.Kind kind, DueForm one, LocalDate today, String feedback) {
        return new ReminderItem(
                kind,
                one.code(),
                one.rules().form().title(),
                one.period(),
                one.due(),
                ChronoUnit.DAYS.between(today, one.due()),
                feedback);
    }

    private Set<UnitCode> units(RemindOrder order) {
        String wanted = order.unit().orElse(null);
        List<ReportingUnit> meant =
                wanted == null ? definitions.units().all() : definitions.units().meant(wanted);
        if (wanted != null && meant.isEmpty()) {
            throw new OrderMistakeException(OrderedScope.unknownUnit(definitions.units(), wanted));
        }
        return meant.stream().map(ReportingUnit::code).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}

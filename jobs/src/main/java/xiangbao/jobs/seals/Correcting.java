package xiangbao.jobs.seals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xiangbao.jobs.operations.OperatorLog;
import xiangbao.jobs.outcomes.SubmissionAnswer;
import xiangbao.jobs.seals.CorrectionAttempts.Attempt;
import xiangbao.jobs.store.seals.SealEvent;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.jobs.workspace.OrderedScope;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;

/** 更正: lets what is held into a sealed period. */
public final class Correcting {
    private final OrderedScope scope;
    private final Admission admission;
    private final CorrectionAttempts attempts;
    private final CorrectionAnswers answers;
    private final SealEvents events;
    private final SealDecisions decisions;
    private final OperatorLog log;

    Correcting(
            OrderedScope scope,
            Admission admission,
            CorrectionAttempts attempts,
            CorrectionAnswers answers,
            SealEvents events,
            SealDecisions decisions,
            OperatorLog log) {
        this.scope = scope;
        this.admission = admission;
        this.attempts = attempts;
        this.answers = answers;
        this.events = events;
        this.decisions = decisions;
        this.log = log;
    }

    /**
     * 更正: lets what is held into a sealed period, by a numbered notice; a preview changes nothing.
     *
     * @throws OrderMistakeException when the period is not sealed, or nothing is held that was asked for
     */
    public CorrectionAnswer correct(CorrectionOrder order) {
        return order.preview()
                ? log.alone(() -> corrected(order))
                : log.keep(order.action(), line -> corrected(order), CorrectionAnswer::end);
    }

    private CorrectionAnswer corrected(CorrectionOrder order) {
        ReferencePeriod period = order.period();
        return decisions.holdingLock(() -> {
            SealEvent seal = events.requireSealed(period);
            if (!order.preview()) {
                decisions.keepConfiguration();
                decisions.print();
            }
            Optional<UnitCode> unit = order.unit().map(scope::unit);
            order.form().ifPresent(scope::requireForm);
            Map<SubmissionKey, List<StoredSubmission>> selected = new TreeMap<>();
            for (StoredSubmission one : admission.held(period)) {
                SubmissionKey key = one.certainKey();
                if (order.form().map(key.form()::equals).orElse(true)
                        && unit.map(key.unit()::equals).orElse(true)) {
                    selected.computeIfAbsent(key, any -> new ArrayList<>()).add(one);
                }
            }
            if (selected.isEmpty()) {
                throw new OrderMistakeException(nothingHeld(order));
            }
            List<SubmissionAnswer> refused = new ArrayList<>();
            while (true) {
                Attempt attempt = decisions.tryOut(
                        () -> {
                            long claim = decisions.claim(
                                    period,
                                    order.form().map(FormCode::text).orElse(""),
                                    unit.map(UnitCode::text).orElse(""),
                                    order.cause());
                            return attempts.attempt(claim, order, seal, selected);
                        },
                        tried -> !order.preview() && tried.refused().isEmpty());
                if (attempt.refused().isEmpty()) {
                    if (!order.preview()) {
                        decisions.print();
                    }
                    return answers.made(order, seal, attempt, refused);
                }
                // one that the audit refuses must not hold up the others, and none may rest on it
                attempt.refused().forEach((key, answer) -> {
                    selected.remove(key);
                    refused.add(answer);
                });
                if (selected.isEmpty()) {
                    return answers.refused(order, seal, refused);
                }
            }
        });
    }

    private String nothingHeld(CorrectionOrder order) {
        String which = order.unit().orElse("")
                + order.form().map(FormCode::text).map(form -> " " + form).orElse("");
        return order.period().title() + (which.isBlank() ? "" : "（" + which.strip() + "）")
                + "没有暂存的报表，没有可以更正的内容。请乡镇把改好的报表放进收件夹，收下暂存后再办理更正。";
    }
}

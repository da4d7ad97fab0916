package xiangbao.jobs.doubts;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.operations.OperatorLog;
import xiangbao.jobs.review.VerdictChange;
import xiangbao.jobs.store.claims.ClaimOrder;
import xiangbao.jobs.store.decisions.StoredDecision;
import xiangbao.jobs.store.decisions.StoredExplanation;
import xiangbao.jobs.store.seals.SealEvent;
import xiangbao.jobs.store.seals.SealedPeriods;
import xiangbao.jobs.store.seals.Seals;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.jobs.workspace.OrderedScope;
import xiangbao.statistics.definitions.AcceptedBand;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.definitions.ExplanationMemory;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/** 认可、追问、退回: the statistician decides about doubts. All in one transaction, under the lock of the office. */
public final class DoubtDecisions {
    private final DecisionTransaction transaction;
    private final Definitions definitions;
    private final Seals seals;
    private final Doubts doubts;
    private final DoubtAnswers answers;
    private final DecisionEffects effects;
    private final OperatorLog log;

    DoubtDecisions(
            DecisionTransaction transaction,
            Definitions definitions,
            Seals seals,
            Doubts doubts,
            DoubtAnswers answers,
            DecisionEffects effects,
            OperatorLog log) {
        this.transaction = transaction;
        this.definitions = definitions;
        this.seals = seals;
        this.doubts = doubts;
        this.answers = answers;
        this.effects = effects;
        this.log = log;
    }

    /**
     * 认可、追问、退回: decides about 核实性 findings; a preview changes nothing. The next run counts with it.
     *
     * @throws OrderMistakeException when there is no such finding, or the period is sealed
     */
    public DecisionAnswer decide(DecisionOrder order) {
        return order.preview()
                ? log.alone(() -> decided(order))
                : log.keep(order.action(), line -> decided(order), DecisionAnswer::end);
    }

    private DecisionAnswer decided(DecisionOrder order) {
        OrderedScope scope = new OrderedScope(definitions);
        order.form().ifPresent(scope::requireForm);
        Optional<UnitCode> unit = order.unit().map(scope::unit);
        ClaimOrder claimed = new ClaimOrder(
                Optional.of(order.period()),
                order.cause().stored(),
                "",
                order.form().map(FormCode::text).orElse(""),
                unit.map(UnitCode::text).orElse(""));
        return transaction.take(claimed, order.preview(), (claim, now) -> decide(order, unit, claim, now));
    }

    private DecisionAnswer decide(DecisionOrder order, Optional<UnitCode> unit, long claim, LocalDateTime now) {
        ReferencePeriod period = order.period();
        SealedPeriods sealed = seals.sealed();
        sealed.over(period).ifPresent(over -> refuse(order, period, over));
        List<Doubts.Doubt> all = doubts.of(period, order.form(), unit);
        List<Doubts.Doubt> selected = new DoubtSelection(order, all).selected(sealed);
        for (Doubts.Doubt one : selected) {
            sealed.over(one.key().period())
                    .ifPresent(over -> refuse(order, one.key().period(), over));
        }
        List<VerdictChange> changed = effects.of(
                claim,
                selected.stream().map(one -> decision(order, claim, one, now)).toList());
        return answer(order, now, selected, doubts.of(period, order.form(), unit), changed);
    }

    private DecisionAnswer answer(
            DecisionOrder order,
            LocalDateTime now,
            List<Doubts.Doubt> selected,
            List<Doubts.Doubt> after,
            List<VerdictChange> changed) {
        List<Doubts.Doubt> decided = selected.stream()
                .map(one -> after.stream().filter(one::isSame).findFirst().orElse(one))
                .toList();
        long open = after.stream().filter(one -> one.finding().isOpen()).count();
        return new DecisionAnswer(
                order.kind(),
                order.period(),
                order.preview(),
                answers.of(decided, order.period(), now),
                changed,
                Math.toIntExact(open));
    }

    private StoredDecision decision(DecisionOrder order, long claim, Doubts.Doubt one, LocalDateTime now) {
        StoredExplanation said = one.explanation();
        return new StoredDecision(
                claim,
                one.name(),
                one.said(),
                order.kind(),
                said == null ? null : said.id(),
                order.cause().actor(),
                now,
                order.cause().reason(),
                remembered(order, one));
    }

    /** Only what a relation or a screen doubts about a single figure is the same doubt in another period. */
    private StoredDecision.@Nullable Remembered remembered(DecisionOrder order, Doubts.Doubt one) {
        ExplanationMemory memory = definitions.explanations().memory();
        String value = one.finding().comparison().actual();
        boolean lasts = order.kind() == StoredDecision.Kind.ACCEPTED
                && !order.once()
                && memory.months() > 0
                && one.finding().place().indicator() != null
                && one.byRelation()
                && AcceptedBand.around(value, memory.margin()).isPresent();
        return lasts ? new StoredDecision.Remembered(value, memory.margin()) : null;
    }

    private void refuse(DecisionOrder order, ReferencePeriod period, ReferencePeriod over) {
        SealEvent seal = seals.standing(over).orElseThrow();
        throw new OrderMistakeException(DecisionTransaction.sealed(over, seal)
                + (period.equals(over) ? "" : period.title() + "的")
                + "审核结论和已公布的数不再改变，不能再"
                + switch (order.kind()) {
                    case ACCEPTED -> "认可说明";
                    case ASKED -> "追问";
                    case REFUSED -> "退回";
                }
                + "。确需改变的，请乡镇重新报送后办理更正（correct）。");
    }
}

package xiangbao.jobs.doubts;

import java.util.Optional;
import xiangbao.jobs.review.WaivedRelations;
import xiangbao.jobs.store.decisions.StoredWaiver;
import xiangbao.jobs.store.seals.SealEvent;
import xiangbao.jobs.store.seals.Seals;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.jobs.workspace.OrderedScope;
import xiangbao.statistics.audit.OwnCheck;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.AuditRelation;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/** What can be waived: a 强制性 relation of a form that the unit owes for a period that is not sealed. */
final class WaivableRelations {
    private final Definitions definitions;
    private final WaivedRelations waived;
    private final Seals seals;

    WaivableRelations(Definitions definitions, WaivedRelations waived, Seals seals) {
        this.definitions = definitions;
        this.waived = waived;
        this.seals = seals;
    }

    /**
     * The submission about which an order is.
     *
     * @throws OrderMistakeException when there is no such relation or unit, or nothing to waive
     */
    SubmissionKey key(WaiveOrder order) {
        FormRules rules = form(order);
        UnitCode unit = new OrderedScope(definitions).unit(order.unit());
        SubmissionKey key =
                new SubmissionKey(rules.form().code(), unit, period(rules, order.period(), order.relation()));
        if (!order.undo()) {
            rules.relation(order.relation()).ifPresent(WaivableRelations::requireMandatory);
            requireOwed(rules, key);
        }
        return key;
    }

    private FormRules form(WaiveOrder order) {
        if (OwnCheck.coded(order.relation()).isEmpty()) {
            return new OrderedScope(definitions).formOf(order.relation());
        }
        FormCode form = order.form()
                .orElseThrow(() ->
                        new OrderMistakeException(order.relation() + " 是每张表都有的审核，请加 --form 写明哪张表，如 --form 平31-1。"));
        return definitions
                .form(form)
                .filter(FormRules::enabled)
                .orElseThrow(() -> new OrderMistakeException(OrderedScope.unknownForm(definitions, form)));
    }

    private static ReferencePeriod period(FormRules rules, ReferencePeriod asked, String relation) {
        ReferencePeriod own = asked.latestEnded(rules.form().frequency());
        if (own.lastDay().equals(asked.lastDay())
                && own.frequency().months() <= asked.frequency().months()) {
            return own;
        }
        throw new OrderMistakeException(relation + " 是" + rules.form().code() + "的审核关系，这张表是"
                + rules.form().frequency().title() + "，没有“" + asked.title() + "”：--period 请写它的报告期，如 " + own + "。");
    }

    private static void requireMandatory(AuditRelation relation) {
        if (relation.severity() == Severity.QUERY) {
            throw new OrderMistakeException("[" + relation.code() + "] 是核实性的，不用不审：请乡镇写明原因，再用 accept 认可。");
        }
        if (relation.severity() == Severity.HINT) {
            throw new OrderMistakeException(
                    "[" + relation.code() + "] 是提示性的" + (relation.isTrial() ? "（试行）" : "") + "，不退回报表，不用不审。");
        }
    }

    private void requireOwed(FormRules rules, SubmissionKey key) {
        if (definitions.owing(rules, key.period()).stream()
                .map(ReportingUnit::code)
                .noneMatch(key.unit()::equals)) {
            throw new OrderMistakeException(definitions.units().name(key.unit())
                    + key.period().title() + "不报" + definitions.name(key.form()) + "，没有可以不审的。");
        }
    }

    /** @throws OrderMistakeException when it is waived already, or is to be waived no longer and is not */
    void requireNews(WaiveOrder order, SubmissionKey key) {
        Optional<StoredWaiver> holds = waived.of(key, order.relation());
        String which = definitions.units().name(key.unit()) + key.period().title() + "的 [" + order.relation() + "] ";
        if (order.undo() && holds.isEmpty()) {
            throw new OrderMistakeException(which + "没有决定不审，不用撤销。");
        }
        if (!order.undo() && holds.isPresent()) {
            throw new OrderMistakeException(
                    which + "已经决定不审（" + WaivedRelations.why(holds.get()) + "）；要改原因的，请先用 --undo 撤销。");
        }
    }

    /** @throws OrderMistakeException when the period is sealed */
    void requireOpen(SubmissionKey key) {
        seals.sealed().over(key.period()).ifPresent(this::refuseSealed);
    }

    private void refuseSealed(ReferencePeriod over) {
        SealEvent seal = seals.standing(over).orElseThrow();
        throw new OrderMistakeException(
                DecisionTransaction.sealed(over, seal) + "审核结论和已公布的数不再改变，不能再决定或撤销不审。确需改变的，请先解除定案（unseal）。");
    }
}

package xiangbao.jobs.doubts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.operations.OperatorAction;
import xiangbao.jobs.store.decisions.StoredDecision;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * 认可、追问、退回: decides about 核实性 findings of a county period.
 *
 * @param form only those of this form
 * @param unit only those of this unit, by code, name or alias
 * @param findings only these, by id; empty means all that are explained, which only acceptance takes
 * @param unexplained accepts also those about which nothing was said
 * @param once accepts for this period alone
 * @param preview only tells what would come of it
 * @param cause who does it and why, or what he asks
 */
public record DecisionOrder(
        StoredDecision.Kind kind,
        ReferencePeriod period,
        Optional<FormCode> form,
        Optional<String> unit,
        List<String> findings,
        boolean unexplained,
        boolean once,
        boolean preview,
        Cause cause) {
    public DecisionOrder {
        findings = List.copyOf(findings);
    }

    /** Accepts. */
    public static DecisionOrder accept(
            ReferencePeriod period,
            Optional<FormCode> form,
            Optional<String> unit,
            List<String> findings,
            boolean unexplained,
            boolean preview,
            Cause cause) {
        return new DecisionOrder(
                StoredDecision.Kind.ACCEPTED, period, form, unit, findings, unexplained, false, preview, cause);
    }

    /** The same for this period alone. */
    public DecisionOrder onlyOnce() {
        return new DecisionOrder(kind, period, form, unit, findings, unexplained, true, preview, cause);
    }

    /** Asks or refuses: about what is named, explained or not. */
    public static DecisionOrder about(
            StoredDecision.Kind kind, ReferencePeriod period, List<String> findings, boolean preview, Cause cause) {
        return new DecisionOrder(
                kind, period, Optional.empty(), Optional.empty(), findings, true, true, preview, cause);
    }

    /** How it is noted in the operator log. */
    public OperatorAction action() {
        List<String> arguments = new ArrayList<>();
        form().ifPresent(form -> arguments.add("--form " + form));
        unit().ifPresent(unit -> arguments.add("--unit " + unit));
        findings().forEach(finding -> arguments.add("--finding " + finding));
        if (kind() == StoredDecision.Kind.ACCEPTED) {
            if (unexplained()) {
                arguments.add("--unexplained");
            }
            if (once()) {
                arguments.add("--once");
            }
        }
        String command = switch (kind()) {
            case ACCEPTED -> "accept";
            case ASKED -> "ask";
            case REFUSED -> "refuse";
        };
        return new OperatorAction(command, cause(), String.join(" ", arguments), Optional.of(period()));
    }
}

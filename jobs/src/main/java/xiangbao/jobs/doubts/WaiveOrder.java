package xiangbao.jobs.doubts;

import java.util.Optional;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.operations.OperatorAction;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * 不审: lets one unit off a 强制性 relation for one period, or no longer.
 *
 * @param relation its code, or that of what is asked of every form, such as {@code UNIT-SUSPECTED}
 * @param form in which it stands; only needed for what is asked of every form
 * @param unit by code, name or alias
 * @param period the form's own period, or the county period that ends with it
 * @param undo whether an earlier decision is taken back
 * @param cause who decides it and why
 */
public record WaiveOrder(
        String relation, Optional<FormCode> form, String unit, ReferencePeriod period, boolean undo, Cause cause) {
    /** How it is noted in the operator log. */
    public OperatorAction action() {
        return new OperatorAction(
                "waive",
                cause(),
                relation() + form().map(form -> " --form " + form).orElse("") + " --unit " + unit()
                        + (undo() ? " --undo" : ""),
                Optional.of(period()));
    }
}

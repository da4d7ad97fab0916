package xiangbao.jobs.seals;

import java.util.Optional;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.operations.OperatorAction;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * 更正: lets what is held into a sealed period, by a numbered notice.
 *
 * @param form only this form; empty means all that are held
 * @param unit only this unit, by code, name or alias; empty means all that are held
 * @param approvedBy who approved it
 * @param preview only tells what would come of it
 * @param cause the reason stands on the notice
 */
public record CorrectionOrder(
        ReferencePeriod period,
        Optional<FormCode> form,
        Optional<String> unit,
        String approvedBy,
        boolean preview,
        Cause cause) {
    /** How it is noted in the operator log. */
    public OperatorAction action() {
        return new OperatorAction(
                "correct",
                cause(),
                form().map(form -> "--form " + form + " ").orElse("")
                        + unit().map(unit -> "--unit " + unit + " ").orElse("")
                        + "--approved-by " + approvedBy(),
                Optional.of(period()));
    }
}

package xiangbao.jobs.reminders;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.operations.OperatorAction;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * 催报: whom to remind of what.
 *
 * @param period the county period; without one, every form period of which the policy says that today is a day to remind
 * @param unit only this unit: its code, its name or an alias
 * @param form only this form
 * @param folder where to write the texts and the workbooks to fill; below the workspace when there is none
 * @param send whether to send mails
 * @param again whether to send what has been sent today already
 * @param scheduled whether it is a schedule's order, which sends mails only where they are configured
 * @param actor who gave the order
 */
public record RemindOrder(
        Optional<ReferencePeriod> period,
        Optional<String> unit,
        Optional<FormCode> form,
        Optional<Path> folder,
        boolean send,
        boolean again,
        boolean scheduled,
        String actor) {

    /** What a schedule orders every morning: texts into the workspace, mails where they are configured, nothing twice. */
    public static RemindOrder byPolicy(String actor) {
        return new RemindOrder(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, false, true, actor);
    }

    /** How it is noted in the operator log. */
    public OperatorAction action() {
        List<String> arguments = new ArrayList<>();
        unit().ifPresent(unit -> arguments.add("--unit " + unit));
        form().ifPresent(form -> arguments.add("--form " + form));
        folder().ifPresent(folder -> arguments.add("--out " + folder));
        if (send()) {
            arguments.add("--send");
        }
        if (again()) {
            arguments.add("--again");
        }
        Cause.Kind kind = scheduled() ? Cause.Kind.SCHEDULE : Cause.Kind.COMMAND;
        return new OperatorAction("remind", new Cause(kind, actor(), ""), String.join(" ", arguments), period());
    }
}

package xiangbao.jobs.reminders;

import java.nio.file.Path;
import java.util.Optional;
import xiangbao.statistics.model.FormCode;
import xiangbao.statistics.model.ReferencePeriod;
import xiangbao.statistics.model.UnitCode;

/**
 * 催报: whom to remind of what.
 *
 * @param period the county period; without one, every form period of which the policy says that today is a day to remind
 * @param unit only this unit
 * @param form only this form
 * @param folder where to write the texts and the workbooks to fill
 * @param send whether to send mails
 * @param again whether to send what has been sent today already
 * @param actor who gave the order
 */
public record RemindOrder(
        Optional<ReferencePeriod> period,
        Optional<UnitCode> unit,
        Optional<FormCode> form,
        Optional<Path> folder,
        boolean send,
        boolean again,
        String actor) {

    /** What a schedule orders every morning: texts into the workspace, mails where they are configured, nothing twice. */
    public static RemindOrder byPolicy(String actor) {
        return new RemindOrder(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, false, actor);
    }
}

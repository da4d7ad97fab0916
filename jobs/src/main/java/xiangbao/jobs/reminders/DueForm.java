package xiangbao.jobs.reminders;

import java.time.LocalDate;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;

/** A form about a period that somebody may have to be reminded of. */
record DueForm(FormRules rules, ReferencePeriod period, LocalDate due) {
    FormCode code() {
        return rules.form().code();
    }
}

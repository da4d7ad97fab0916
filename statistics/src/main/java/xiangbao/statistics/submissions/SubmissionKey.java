package xiangbao.statistics.submissions;

import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/** Which form, by whom, about when; the rounds of a submission share it. */
public record SubmissionKey(FormCode form, UnitCode unit, ReferencePeriod period) implements Comparable<SubmissionKey> {
    public SubmissionKey previous() {
        return new SubmissionKey(form, unit, period.previous());
    }

    public SubmissionKey yearEarlier() {
        return new SubmissionKey(form, unit, period.yearEarlier());
    }

    @Override
    public int compareTo(SubmissionKey other) {
        int byPeriod = period.compareTo(other.period);
        if (byPeriod != 0) {
            return byPeriod;
        }
        int byForm = form.compareTo(other.form);
        return byForm != 0 ? byForm : unit.compareTo(other.unit);
    }

    /** {@code 430626111/2026-Q3/平31-1}, the head of a finding's id. */
    @Override
    public String toString() {
        return unit + "/" + period + "/" + form;
    }
}

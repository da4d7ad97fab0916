package xiangbao.jobs.doubts;

import java.time.LocalDate;
import java.util.Optional;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * Which doubts of a county period, and how.
 *
 * @param unit by code, name or alias
 * @param open only those about which something has to be done still
 * @param oldest those first that wait longest, instead of those on which most hangs
 * @param today on which they are so many days old; today where it is empty
 */
public record DoubtsQuery(
        ReferencePeriod period,
        Optional<FormCode> form,
        Optional<String> unit,
        boolean open,
        boolean oldest,
        Optional<LocalDate> today) {
    /** All of a period, today. */
    public static DoubtsQuery of(ReferencePeriod period) {
        return new DoubtsQuery(period, Optional.empty(), Optional.empty(), false, false, Optional.empty());
    }

    /** Only those about which something has to be done still. */
    DoubtsQuery onlyOpen() {
        return new DoubtsQuery(period, form, unit, true, oldest, today);
    }
}

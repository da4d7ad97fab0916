package xiangbao.statistics.periods;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From when until when (both inclusive) a unit, a form or an indicator exists; an open end is null. */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate until) {
    public static final Validity ALWAYS = new Validity(null, null);

    public boolean covers(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}

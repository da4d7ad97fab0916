package xiangbao.statistics.scoring;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.ReportingUnit;

/**
 * A form that a unit owes, and when it came: all that scoring may look at.
 *
 * @param due the day by which it was due
 * @param arrivals 第1次报送 first; empty when nothing came
 */
public record Delivery(
        ReportingUnit unit, FormCode form, ReferencePeriod period, LocalDate due, List<Arrival> arrivals) {
    /**
     * One 报送.
     *
     * @param sentBack whether it was returned for a 强制性 finding
     */
    public record Arrival(int round, LocalDateTime received, boolean sentBack) {}

    public Delivery {
        arrivals = List.copyOf(arrivals);
    }
}

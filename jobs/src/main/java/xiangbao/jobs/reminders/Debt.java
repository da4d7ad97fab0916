package xiangbao.jobs.reminders;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import xiangbao.statistics.units.ReportingUnit;

/**
 * What a unit owes.
 *
 * @param missing the forms to fill
 * @param returns those that may be sent by mail: none that names persons
 */
record Debt(ReportingUnit unit, List<ReminderItem> items, List<DueForm> missing, Set<String> returns) {
    Debt(ReportingUnit unit) {
        this(unit, new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>());
    }
}

package xiangbao.statistics.lines;

import java.util.List;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.Units;

/** 撤并的单位: who is no member of the county any more, by what ledgers write. */
final class FormerUnits {
    private final Units units;
    private final List<ReportingUnit> members;

    FormerUnits(Units units, ReferencePeriod period) {
        this.units = units;
        this.members = units.members(period);
    }

    /** Whether a name or code means such units and no other. */
    boolean isMeantBy(String text) {
        List<ReportingUnit> meant = units.meant(text);
        return !meant.isEmpty() && meant.stream().noneMatch(members::contains);
    }
}

package xiangbao.statistics.progress;

import java.util.List;
import xiangbao.statistics.units.ReportingUnit;

/**
 * How the units stand against a target, one by one.
 *
 * @param units those to which the target applies, when they are judged one by one
 * @param below the units that miss it
 */
public record UnitStandings(List<UnitProgress> units, List<ReportingUnit> below) {
    /** The units are not judged one by one. */
    public static final UnitStandings NONE = new UnitStandings(List.of(), List.of());

    public UnitStandings {
        units = List.copyOf(units);
        below = List.copyOf(below);
    }
}

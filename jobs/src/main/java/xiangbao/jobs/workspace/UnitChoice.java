package xiangbao.jobs.workspace;

import java.util.Optional;
import xiangbao.statistics.units.UnitCode;

/**
 * Whose figures are wanted: the county's, those of one unit, or all.
 *
 * @param unit the one unit; empty for the county alone and for all
 * @param all the county's and those of every unit
 */
public record UnitChoice(Optional<UnitCode> unit, boolean all) {
    public static final UnitChoice COUNTY = new UnitChoice(Optional.empty(), false);
    public static final UnitChoice ALL = new UnitChoice(Optional.empty(), true);
}

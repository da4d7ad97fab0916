package xiangbao.statistics.plan;

import xiangbao.statistics.units.UnitSelector;

/**
 * 考核范围: whose work a target judges.
 *
 * @param appliesTo the units that are judged; townships outside it are no part of the county's figure either
 * @param perUnit whether every unit to which it applies is also judged by itself, to list those that miss it
 * @param everyUnit whether it is reached only when every unit to which it applies reaches it
 * @param ranked whether townships may be ranked on it: a project task, never a statistic
 */
public record AssessmentScope(UnitSelector appliesTo, boolean perUnit, boolean everyUnit, boolean ranked) {
    /** The townships, of which only the county's figure is judged. */
    public static final AssessmentScope TOWNSHIPS = new AssessmentScope(UnitSelector.TOWNSHIPS, false, false, false);
}

package xiangbao.statistics.scoring;

import xiangbao.statistics.units.UnitSelector;

/**
 * 考核范围: units that are ranked among themselves. Who reports is another matter.
 *
 * @param title as printed above the ranking, such as 乡镇（街道）
 */
public record RankedGroup(String title, UnitSelector units) {}

package xiangbao.statistics.relations;

import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.formula.Formula;

/**
 * An indicator computed from others. Over units its formula is applied to the sums (a ratio of sums), never the results added or averaged. Its code is a
 * name ({@code 平31-1:普及率}), or a cell of the form ({@code 平11-1:07.2}, a yield) that is recomputed instead of added.
 */
public record DerivedIndicator(Indicator indicator, Formula formula) {}

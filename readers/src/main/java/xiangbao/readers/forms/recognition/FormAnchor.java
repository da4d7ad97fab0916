package xiangbao.readers.forms.recognition;

import org.jspecify.annotations.Nullable;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.CellReference;

/**
 * A 表号 where it stands.
 *
 * @param text as it is written; empty where it is not, and then the cell is where it should be
 * @param rules null when no form of this code is known
 * @param county the county's own 综合表, which is nobody's submission
 */
public record FormAnchor(
        String text, @Nullable FormRules rules, boolean county, boolean continued, CellReference cell) {}
